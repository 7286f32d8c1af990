# Completion for hp-priority @VERSION@ in fish.
# All words are in this file: nothing is run or read at TAB. After an upgrade print it anew:
#     hp-priority completion fish

# The command that is typed so far, if any, and how many arguments follow it.
function __hp_priority_state
    set -l command ''
    set -l count 0
    set -l skip 0
    set -l only 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if test $only = 1; or not string match -q -- '-*' $word
            if test -n "$command"
                set count (math $count + 1)
            else if contains -- $word @COMMANDS@
                set command $word
            end
        else if string match -q -- -- $word
            set only 1
        else if contains -- $word @VALUED@
            set skip 1
        end
    end
    echo $command
    echo $count
end

# Whether the command typed so far is one of these; '' stands for none.
function __hp_priority_in
    set -l state (__hp_priority_state)
    contains -- "$state[1]" $argv
end

# Whether the argument now typed is that of a command, counted from 0.
function __hp_priority_at --argument-names command number
    set -l state (__hp_priority_state)
    test "$state[1]" = $command; and test $state[2] = $number
end

# The value as typed so far, without the option that it may be tied to.
function __hp_priority_typed
    string replace -r -- '^--[a-z-]+=' '' (commandline -ct)
end

# The words of a list: those to offer at once, and others once something is typed.
function __hp_priority_list
    set -l later
    switch $argv[1]
@LISTS@
    end
    if test -n (string replace -r -- '.*,' '' (__hp_priority_typed))''
        string join \n -- $later
    end
end

# The words of a list with the words before the last comma in front.
function __hp_priority_commas
    set -l before (string match -r -- '.*,' (__hp_priority_typed))
    for word in (__hp_priority_list $argv)
        string join '' -- $before $word
    end
end

# The words of a list, each with the sign that follows it at once.
function __hp_priority_tied --argument-names list sign
    __hp_priority_commas $list | string replace -r -- '(\t|$)' "$sign\$1"
end

complete -c hp-priority -f
@COMPLETIONS@
