# Completion for hp-priority @VERSION@ in bash 3.2 and newer.
# All words are in this file: nothing is run or read at TAB. After an upgrade print it anew:
#     hp-priority completion bash

# The words of a list ($1), in $words; some only once something is typed ($2).
_hp_priority_list() {
    local later=
    case $1 in
@LISTS@
    esac
    [[ -z $2 ]] || words="$words $later"
}

# The options of a command ($1), in $words.
_hp_priority_options() {
    case $1 in
@OPTIONS@
    esac
}

# What stands for the value of an option ($2) of a command ($1); fails for a switch.
_hp_priority_value() {
    kind=words list= commas= end=
    case $1:$2 in
@VALUES@
        *) return 1 ;;
    esac
}

# What stands as an argument, counted from 0 ($2), of a command ($1); fails where none is taken.
_hp_priority_argument() {
    kind=words list= commas= end=
    case $1:$2 in
@ARGUMENTS@
        *) return 1 ;;
    esac
}

# Offer the words that begin with what is typed ($1), in capitals or not, after what stays ($2).
_hp_priority_offer() {
    local word typed=$1 stays=$2 cut=
    if [[ $commas && $typed == *,* ]]; then
        stays=$stays${typed%,*},
        typed=${typed##*,}
    fi
    [[ $typed != *[a-z]* || $typed == *[A-Z]* ]] || words="$words $(tr 'A-Z' 'a-z' <<<"$words")"
    # What bash takes for the word begins behind the last of these.
    [[ $stays != *=* || $COMP_WORDBREAKS != *=* ]] || cut=${stays%"${stays##*=}"}
    for word in $words; do
        if [[ $word == "$typed"* && ,$stays != *,"$word",* ]]; then
            case " ${COMPREPLY[*]} " in
                *" ${stays#"$cut"}$word$end "*) ;;
                *) COMPREPLY[${#COMPREPLY[@]}]=${stays#"$cut"}$word$end ;;
            esac
        fi
    done
    [[ -z $commas$end ]] || compopt -o nospace 2>/dev/null
}

_hp_priority() {
    local line=${COMP_LINE:0:COMP_POINT} IFS=$' \t\n'
    local words= typed= word= command= option= only= kind= list= commas= end= LC_ALL=C
    local -a all
    local -i count=0
    COMPREPLY=()
    compopt +o default 2>/dev/null
    read -r -a all <<<"$line"
    if [[ $line != *[[:blank:]] ]]; then
        typed=${all[${#all[@]} - 1]}
        unset "all[${#all[@]} - 1]"
    fi
    for word in "${all[@]:1}"; do
        if [[ $option ]]; then
            option=
        elif [[ -z $only && $word == -- ]]; then
            only=yes
        elif [[ -z $only && $word == -* ]]; then
            ! _hp_priority_value "$command" "$word" || option=$word
        elif [[ $command ]]; then
            count+=1
        else
            _hp_priority_list commands
            [[ " $words " != *" $word "* ]] || command=$word
        fi
    done
    words=
    if [[ -z $option && -z $only && $typed == --*=* ]]; then
        option=${typed%%=*}
        _hp_priority_value "$command" "$option" || return 0
        word=${option}=
        typed=${typed#*=}
    elif [[ $option ]]; then
        _hp_priority_value "$command" "$option"
        word=
    elif [[ -z $only && $typed == -* ]]; then
        _hp_priority_options "$command"
        commas= end=
        _hp_priority_offer "$typed"
        return 0
    elif ! _hp_priority_argument "$command" "$count"; then
        [[ -z $only && -z $typed ]] || return 0
        _hp_priority_options "$command"
        commas= end=
        _hp_priority_offer ''
        return 0
    else
        word=
    fi
    case $kind in
        words)
            _hp_priority_list "$list" "${typed##*,}"
            _hp_priority_offer "$typed" "$word"
            ;;
        files) compopt -o default 2>/dev/null ;;
        folders) compopt -o dirnames 2>/dev/null ;;
    esac
    return 0
}

complete -o default -F _hp_priority hp-priority
