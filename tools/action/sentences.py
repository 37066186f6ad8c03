"""What the action itself says in summaries and comments, in English and Chinese."""

_CHINESE = {
    "{folder} was moved here from {old}.": "{folder} 由 {old} 移至此处。",
    "{folder} is new: there is nothing to compare it with.": "{folder} 为新增路线图，无旧版可供对照。",
    "{folder} was removed, with all that stood in it.": "{folder} 已被删除，其全部内容随之取消。",
    "{folder} could not be compared: {why}": "{folder} 未能对照：{why}",
    "No roadmap was changed.": "路线图没有变更。",
    "Nothing was compared: {why}": "未作对照：{why}",
    "What takes something back without a reason; add to the files, and fill in:": (
        "有倒退而未说明理由之处；请在文件中补充并填写："
    ),
    "The pages are kept with this run, under Artifacts: {name}.": (
        "页面随本次运行保存，见 Artifacts：{name}。"
    ),
    "Also found in the roadmaps:": "路线图中的其他问题：",
    "and more: see the summary of the run.": "其余见本次运行的摘要。",
    "commit {commit} is not in this checkout and could not be fetched: give actions/checkout fetch-depth: "
    "0.": ("检出的仓库中没有提交 {commit}，也无法获取；请在 actions/checkout 中设 fetch-depth: 0。"),
    "{base} names no commit of this repository.": "{base} 不是本仓库中的提交。",
    "on pull_request_target nothing of the pull request is checked out.": (
        "在 pull_request_target 下不检出合并请求的任何内容。"
    ),
    "git does not read this folder, because it belongs to another user: run, in a step before, "
    'git config --global --add safe.directory "$GITHUB_WORKSPACE"': (
        "git 不读取此文件夹，因为它属于其他用户；请在之前的步骤中运行 "
        'git config --global --add safe.directory "$GITHUB_WORKSPACE"'
    ),
    "What decides which findings are reported was changed too; look at it: {files}.": (
        "决定报告哪些问题的设置也有改动，请查看：{files}。"
    ),
    "Nothing could be checked: {why}": "未能检查：{why}",
    "this folder is no git repository.": "此文件夹不是 git 仓库。",
}


def sentence(lang: str, template: str, **values: str) -> str:
    """Return a sentence in the language of the inputs, English where there is no other."""
    chinese = lang.lower().partition("-")[0] == "zh"
    return (_CHINESE[template] if chinese else template).format(**values)
