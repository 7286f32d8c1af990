"""The JSON documents, straight from the records: keys in a fixed order, sentences beside codes.

Numbers that count are numbers, decimals are strings, dates ISO 8601. Only `message`, `question`,
`remedy`, `name`, `description` and `label` change with the language.
"""
