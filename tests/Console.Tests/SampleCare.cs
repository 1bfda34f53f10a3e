namespace ConsoleTests;

/// <summary>Feedback, a violation, a promise and a crisis of the demonstration brand.</summary>
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

    public static object Delivery => new { id = "lesson-1", by = "老周" };

    public static object Gain => new { memberId = "wm-1003", score = 5, by = "老周" };

    public static object Promise(string id, DateTimeOffset now) => new
    {
        id,
        groupId = "tea-class",
        kind = "Learning",
        units = new[]
        {
            new { title = "第 1 课 认识六大茶类", dueAt = now.AddHours(12) },
            new { title = "第 1 课作业", dueAt = now.AddHours(20) },
            new { title = "第 2 课 绿茶怎么泡", dueAt = now.AddDays(7) },
        },
    };

    public static object Crisis(string id) => new
    {
        id,
        groupIds = new[] { GroupId },
        cause = "一批春茶受潮，群里有人投诉",
        owner = "xiaolin",
        by = "小林",
    };

    public static object Criteria(string groupId) => new
    {
        groupId,
        rules = new[]
        {
            new { figure = "spentMinor", atLeast = 50_000 },
            new { figure = "orders", atLeast = 2 },
            new { figure = "activeDays", atLeast = 10 },
        },
        benefits = new[] { "新茶优先试喝", "每月一张 8 折券" },
        mix = new { super = 0.3, tolerance = 0.05 },
        by = "小林",
    };
}
