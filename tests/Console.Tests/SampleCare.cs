namespace ConsoleTests;

/// <summary>Feedback, a violation and a crisis of the demonstration brand.</summary>
static class SampleCare
{
    const string GroupId = "tea-2";

    public static object Person => new
    {
        memberId = "wm-1001",
        groupId = GroupId,
        role = "Complaining",
        evidence = "12 月 4 日早上说收到的茶叶受潮，附了照片",
        by = "小林",
    };

    public static object Feedback(string id) => new
    {
        id,
        groupId = GroupId,
        memberId = "wm-1002",
        kind = "Question",
        text = "请问上周下单的茶什么时候发货？",
        by = "小林",
    };

    public static object Violation(string id) => new
    {
        id,
        groupId = GroupId,
        memberId = "wm-1003",
        kind = "Abuse",
        evidence = "12 月 4 日晚上在群里骂另一位群友",
        owner = "xiaolin",
        by = "小林",
    };

    public static object Crisis(string id) => new
    {
        id,
        groupIds = new[] { GroupId },
        cause = "一批春茶受潮，群里有人投诉",
        owner = "xiaolin",
        by = "小林",
    };
}
