#compdef hp-priority
# Completion for hp-priority @VERSION@ in zsh.
# All words are in this file: nothing is run or read at TAB. After an upgrade print it anew:
#     hp-priority completion zsh

# Offer a list, named by the last argument; the ones before belong to compadd.
_hp_priority_list() {
    local list=$argv[-1]
    local -a words later
    case $list in
@LISTS@
    esac
    [[ -n $PREFIX ]] && words+=($later)
    _describe -t $list ${list//_/ } words "${(@)argv[1,-2]}" -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'
}

# Offer a list whose words may follow each other, apart by commas.
_hp_priority_commas() {
    compset -P '*,'
    _hp_priority_list "${(@)argv[1,-2]}" -qS , $argv[-1]
}

# Offer a list each of whose words is followed at once by a sign, the last argument.
_hp_priority_tied() {
    compset -P '*,'
    _hp_priority_list "${(@)argv[1,-3]}" -S $argv[-1] $argv[-2]
}

_hp_priority() {
    local curcontext=$curcontext state line
    local -A opt_args
    local -a globals
    globals=(
@GLOBALS@
    )
    _arguments -C -s -S $globals '1:@ABOUT@:_hp_priority_list commands' '*:: :->command'
    [[ $state == command ]] || return
    curcontext="${curcontext%:*:*}:hp-priority-$words[1]:"
    case $words[1] in
@COMMANDS@
    esac
}

if [[ $funcstack[1] == _hp-priority ]]; then  # as a file of that name in $fpath
    _hp_priority "$@"
else
    compdef _hp_priority hp-priority
fi
