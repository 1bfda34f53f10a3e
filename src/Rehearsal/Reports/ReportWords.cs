using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports;

/// <summary>The Chinese words for what a report names. A name that is not known is its own word.</summary>
static class ReportWords
{
    public static string Channel(string? name) => name switch
    {
        "Simulated" => "模拟渠道",
        "WeCom" => "企业微信",
        null => "—",
        _ => name,
    };

    public static string Scope(RehearsalScope scope) => scope switch
    {
        RehearsalScope.Brand => "品牌",
        RehearsalScope.Campaign => "裂变活动",
        RehearsalScope.Conversion => "转化",
        RehearsalScope.FlashSale => "快闪",
        RehearsalScope.Group => "群",
        RehearsalScope.PushPlan => "推送计划",
        _ => scope.ToString(),
    };

    public static string Figure(string name) => name switch
    {
        "joins" => "进群人次",
        "leaves" => "退群人次",
        "messages" => "群消息",
        "privateMessages" => "私信",
        "tasks" => "待办",
        "tasksNotDone" => "没有完成的待办",
        "clicks" => "点击",
        "orders" => "订单",
        "revenueMinor" => "销售额",
        "skipped" => "没有发出",
        "arrivals" => "到达人数",
        "turnedAway" => "因群满没进来",
        "participants" => "参与人数",
        "credits" => "邀请有效",
        "qualified" => "达标",
        "costMinor" => "花费",
        "units" => "件数",
        "members" => "成员数",
        "sent" => "发出",
        _ => name,
    };

    public static string Kind(RehearsalEntryKind kind) => kind switch
    {
        RehearsalEntryKind.Message => "群消息",
        RehearsalEntryKind.PrivateMessages => "私信",
        RehearsalEntryKind.Task => "待办",
        RehearsalEntryKind.GroupFull => "群满",
        RehearsalEntryKind.RollOver => "换下一个群",
        RehearsalEntryKind.Dissolved => "群解散",
        RehearsalEntryKind.SoldOut => "售罄或发完",
        RehearsalEntryKind.Outage => "平台没有应答",
        _ => kind.ToString(),
    };

    public static string Origin(string origin) => origin switch
    {
        "Onboarding" => "入群欢迎",
        "Campaign" => "裂变活动",
        "Conversion" => "转化",
        "FlashSale" => "快闪",
        "Push" => "推送",
        "Group" => "群",
        _ => origin,
    };

    public static string Stock(RehearsalStockKind kind) => kind switch
    {
        RehearsalStockKind.Gift => "礼品",
        RehearsalStockKind.Conversion => "转化商品",
        RehearsalStockKind.FlashSale => "快闪商品",
        _ => kind.ToString(),
    };
}
