using Community.Selling.GroupBuys;

namespace Community.Tests.Selling.GroupBuys;

static class SampleGroupBuy
{
    public static readonly DateTimeOffset Before = Instants.Evening;
    public static readonly DateTimeOffset End = Instants.Evening.AddDays(1);

    /// <summary>A group-buy of three that is open for a day.</summary>
    public static readonly GroupBuy Three = new(
        "tea-three",
        "new-buyers",
        new GroupBuyProduct("明前龙井 100g", "https://shop.example.com/tea", "tea-100"),
        Size: 3,
        PriceMinor: 3_990,
        "CNY",
        Shop: null,
        End,
        "lin",
        Before);

    public static GroupBuyCommand.OpenTeam Open(string leader, string? order = null) =>
        new(leader, order, OrderStanding.Unknown, IsGroupSilent: false, Before);

    public static GroupBuyCommand.Join Join(
        string member, string order, string team = "team-1", OrderStanding standing = OrderStanding.Unknown) =>
        new(team, member, order, standing, Before);

    public static GroupBuyCommand.Leave Leave(string member, string team = "team-1") => new(team, member, Before);

    public static GroupBuyCommand.Cancel Cancel(string reason = "没有货了") => new(reason, "小王", Before);

    public static GroupBuyCommand.UpdateOrder Refund(string order) => new(order, OrderStanding.Refunded);
}
