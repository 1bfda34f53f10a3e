namespace Rehearsal.Reports;

/// <summary>The Chinese names of the assumptions of <c>behaviour.json</c>, and their values with units.</summary>
static class AssumptionWords
{
    const string Assumed = "assumed";

    static readonly Dictionary<string, (string Text, Func<double, string> Format)> Words = new(StringComparer.Ordinal)
    {
        ["people.comesByPoster"] = ("由海报到来的人", ReportFormat.Percent),
        ["people.joinsAfterScan"] = ("扫码后进群", ReportFormat.Percent),
        ["people.completesSharing"] = ("完成分享任务", ReportFormat.Percent),
        ["people.startsSharing"] = ("开始分享但没有完成", ReportFormat.Percent),
        ["people.staysWithoutSharing"] = ("不分享也留下", ReportFormat.Percent),
        ["people.leavesAfterReward"] = ("领到奖励后退群", ReportFormat.Percent),
        ["people.leavesEachDay"] = ("每天退群", ReportFormat.Percent),
        ["people.leavesAfterPromotion"] = ("每条广告后退群", ReportFormat.Percent),
        ["people.shareHours"] = ("从进群到发出邀请的平均时间", Hours),
        ["people.inviteHours"] = ("被邀请的好友到来的平均时间", Hours),
        ["people.setsCardName"] = ("改群昵称", ReportFormat.Percent),
        ["people.introducesThemselves"] = ("做自我介绍", ReportFormat.Percent),
        ["people.asksEachWeek"] = ("每周在群里提问", ReportFormat.Percent),
        ["people.complainsEachWeek"] = ("每周在群里抱怨", ReportFormat.Percent),
        ["people.votes"] = ("参加预热投票", ReportFormat.Percent),
        ["people.repliesToWarmUp"] = ("回复预热", ReportFormat.Percent),
        ["people.acceptsInvitation"] = ("接受进另一个群的邀请", ReportFormat.Percent),
        ["people.clicksWarmedUp"] = ("预热后点击链接", ReportFormat.Percent),
        ["people.clicksWithoutWarmUp"] = ("没有预热时点击链接", ReportFormat.Percent),
        ["people.clicksFlashSale"] = ("每一波快闪的点击", ReportFormat.Percent),
        ["people.clicksPush"] = ("点击推送", ReportFormat.Percent),
        ["people.buysAfterClick"] = ("点击后购买", ReportFormat.Percent),
        ["people.clickMinutes"] = ("从消息到点击的平均时间", Minutes),
        ["shop.orderMinor"] = ("没有定价时一单的金额", ReportFormat.Money),
        ["shop.refunds"] = ("退款", ReportFormat.Percent),
        ["shop.reportsLate"] = ("店铺晚报的订单", ReportFormat.Percent),
        ["staff.early"] = ("一刻钟内完成的待办", ReportFormat.Percent),
        ["staff.never"] = ("一直不做的待办", ReportFormat.Percent),
        ["staff.lateHours"] = ("其他待办平均晚多久", Hours),
        ["staff.startHour"] = ("几点上班", Clock),
        ["staff.endHour"] = ("几点下班", Clock),
        ["platform.outagesEachWeek"] = ("平台每周的故障", value => $"{ReportFormat.Number(value)} 次"),
        ["platform.outageMinutes"] = ("一次故障的平均时长", Minutes),
    };

    /// <summary>The name in Chinese; null for an assumption that has none.</summary>
    public static string? FindName(string name) => Words.TryGetValue(name, out var word) ? word.Text : null;

    public static string Name(string name) => FindName(name) ?? name;

    public static string Value(string name, double value) =>
        Words.TryGetValue(name, out var word) ? word.Format(value) : ReportFormat.Precise(value);

    /// <summary>The source, with its first word in Chinese where that is "assumed".</summary>
    public static string Source(string source)
    {
        if (!source.StartsWith(Assumed, StringComparison.Ordinal)) return source;
        var reason = source[Assumed.Length..].TrimStart(':', ' ');
        return reason.Length == 0 ? "假设" : $"假设：{reason}";
    }

    static string Hours(double value) => $"{ReportFormat.Number(value)} 小时";

    static string Minutes(double value) => $"{ReportFormat.Number(value)} 分钟";

    static string Clock(double value) => $"{ReportFormat.Number(value)} 点";
}
