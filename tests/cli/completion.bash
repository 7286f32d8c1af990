# What the completion offers for each line of standard input, asked as bash asks it.
source "$1"
while IFS= read -r line; do
    COMP_LINE=$line
    COMP_POINT=${#COMP_LINE}
    _hp_priority
    echo "${COMPREPLY[*]}"
done
