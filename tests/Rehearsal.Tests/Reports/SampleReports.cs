using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Runs;

namespace Rehearsal.Tests.Reports;

/// <summary>Reports as a rehearsal of a brand in Shanghai would give them.</summary>
static class SampleReports
{
    public const string FirstGroup = "tea-1";
    public const string SecondGroup = "tea-2";

    /// <summary>The first instant of the period: midnight of 2 March 2026 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);

    /// <summary>A report with each of its parts.</summary>
    public static RehearsalReport Full() => Empty() with
    {
        Simulated = ["模拟：进群、退群、分享、点击、下单。", "没有模拟：聊天的内容。"],
        Assumptions =
        [
            new RehearsalAssumption("people.completesSharing", 0.3, "operators' reports"),
            new RehearsalAssumption("people.clickMinutes", 40, "assumed: mean time from a message to the click"),
            new RehearsalAssumption("shop.orderMinor", 9900, "assumed"),
            new RehearsalAssumption("custom.knob", 1.5, "lab.json"),
        ],
        Figures = [.. Figures()],
        Timeline = [.. SampleTimeline.Entries()],
        Staff = [.. Staff()],
        Skipped =
        [
            new RehearsalSkip(FirstGroup, "Push", "daily", "PerDay", 2.4, 7, At(1, 12, 0)),
            new RehearsalSkip(SecondGroup, "FlashSale", "spring-sale", "the group is dissolved", 0.05, 1, At(6, 20, 0)),
        ],
        Groups =
        [
            new RehearsalGroup(FirstGroup, "春茶一群", 200, 198.2, 190, 200, 9, At(2, 11, 0), At(3, 20, 30), SecondGroup),
            new RehearsalGroup(SecondGroup, "春茶二群", 200, 84.6, 61, 103, 0, null, null, null),
        ],
        Stock =
        [
            new RehearsalStock(RehearsalStockKind.Gift, "spring", "茶样一份", 50, 47.1, 40, 50, 70650),
            new RehearsalStock(RehearsalStockKind.Conversion, "matcha", "抹茶礼盒", 120, 30.5, 22, 41, CostMinor: null),
            new RehearsalStock(RehearsalStockKind.FlashSale, "spring-sale", "龙井 50 克", Planned: null, 66, 50, 80, 0),
        ],
        Warnings =
        [
            new RehearsalWarning("groupFull", "春茶一群在活动结束前就满了，之后的人进下一个群。", 9),
            new RehearsalWarning("giftsRunOut", "茶样一份在最后一天之前可能发完。", 3),
        ],
        Comparison = new RehearsalComparison(
            "feedfeedfeedfeedfeedfeedfeedfeed",
            [
                new RehearsalDifference(RehearsalScope.Brand, null, "orders", 96, 120, 24, 15, 33, IsEnough: true),
                new RehearsalDifference(
                    RehearsalScope.Brand, null, "revenueMinor", 950400, 948000, -2400, -9000, 4200, IsEnough: false),
                new RehearsalDifference(RehearsalScope.Group, FirstGroup, "leaves", 12, 8, -4, -6, -2, IsEnough: true),
            ]),
        Sensitivity =
        [
            new RehearsalInfluence("people.votes", 0.06, 0.24, "orders", 92, 101),
            new RehearsalInfluence("people.completesSharing", 0.15, 0.6, "orders", 52, 171),
            new RehearsalInfluence("people.leavesEachDay", 0.005, 0.02, "orders", 104, 81),
            new RehearsalInfluence("custom.knob", 1, 2, "orders", 97, 110),
        ],
    };

    /// <summary>A report that has only its head.</summary>
    public static RehearsalReport Empty() => new(
        RehearsalReport.SchemaName,
        RehearsalReport.CurrentVersion,
        "tea",
        "0123456789abcdef0123456789abcdef",
        Start,
        Start.AddDays(7),
        "Asia/Shanghai",
        "Simulated",
        1200,
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        Simulated: null,
        Assumptions: null,
        Figures: null,
        Timeline: null,
        Staff: null,
        Skipped: null,
        Groups: null,
        Stock: null,
        Warnings: null);

    /// <summary>A report in which every text is <paramref name="text"/>.</summary>
    public static RehearsalReport WithTexts(string text) => Full() with
    {
        BrandId = text,
        PlanDigest = text,
        Channel = text,
        Simulated = [text],
        Assumptions = [new RehearsalAssumption(text, 1, text)],
        Figures = [new RehearsalFigure(RehearsalScope.Campaign, text, text, 1, 0, 2)],
        Timeline = [new RehearsalEntry(Start, RehearsalEntryKind.Message, text, text, text, text, text, 1)],
        Staff = [new RehearsalStaffHour(text, text, Start, 1, 0, 2)],
        Skipped = [new RehearsalSkip(text, text, text, text, 1, 1, Start)],
        Groups = [new RehearsalGroup(text, text, 10, 1, 0, 2, 1, Start, Start, text)],
        Stock = [new RehearsalStock(RehearsalStockKind.Gift, text, text, 10, 1, 0, 2, 100)],
        Warnings = [new RehearsalWarning(text, text, 1)],
        Comparison = new RehearsalComparison(
            text, [new RehearsalDifference(RehearsalScope.Group, text, text, 1, 2, 1, 0, 2, IsEnough: true)]),
        Sensitivity = [new RehearsalInfluence(text, 0, 1, text, 1, 2)],
    };

    public static RunMessage Message(string text) =>
        new(At(0, 9, 30), FirstGroup, MemberId: null, "Push", "daily", text, "wang");

    /// <summary>An entry of the time line that says what a message says.</summary>
    public static RehearsalEntry Entry(DateTimeOffset at, string text, string? groupId = FirstGroup) =>
        new(at, RehearsalEntryKind.Message, groupId, "Push", "daily", text, By: null, Count: 1);

    /// <summary>The instant at the local time of a day of the period, from 0.</summary>
    public static DateTimeOffset At(int day, int hour, int minute) =>
        Start.AddDays(day).AddHours(hour).AddMinutes(minute);

    static IEnumerable<RehearsalFigure> Figures()
    {
        foreach (var (name, mean, low, high) in new (string, double, double, double)[]
        {
            ("joins", 1012.4, 960, 1071), ("leaves", 141.2, 120, 160), ("messages", 64, 62, 66),
            ("privateMessages", 1180, 1101, 1254), ("tasks", 38.5, 31, 47), ("tasksNotDone", 1.9, 0, 4),
            ("clicks", 402.3, 371, 440), ("orders", 96, 80, 113), ("revenueMinor", 950450, 792000, 1118700),
            ("skipped", 2.5, 1, 4),
        })
        {
            yield return new RehearsalFigure(RehearsalScope.Brand, null, name, mean, low, high);
        }

        yield return new RehearsalFigure(RehearsalScope.Campaign, "spring", "credits", 310.2, 270, 352);
        yield return new RehearsalFigure(RehearsalScope.Campaign, "spring", "qualified", 47.1, 40, 50);
        yield return new RehearsalFigure(RehearsalScope.Campaign, "spring", "costMinor", 70650, 60000, 75000);
        yield return new RehearsalFigure(RehearsalScope.Conversion, "matcha", "units", 30.5, 22, 41);
        yield return new RehearsalFigure(RehearsalScope.Group, FirstGroup, "members", 198.2, 190, 200);
        yield return new RehearsalFigure(RehearsalScope.Group, SecondGroup, "members", 84.6, 61, 103);
        yield return new RehearsalFigure(RehearsalScope.PushPlan, "daily", "sent", 26, 24, 28);
    }

    static IEnumerable<RehearsalStaffHour> Staff()
    {
        for (var day = 0; day < 7; day++)
        {
            for (var hour = 9; hour < 22; hour += 1 + (day % 2))
            {
                var mean = Math.Round(0.4 + (hour * 7 % 5) + (day * 0.3), 1);
                yield return new RehearsalStaffHour(
                    "wang", "王芳", At(day, hour, 0), mean, Math.Floor(mean / 2), Math.Ceiling(mean * 1.5));
            }

            yield return new RehearsalStaffHour(null, null, At(day, 10, 0), 0.2, 0, 1);
        }
    }
}
