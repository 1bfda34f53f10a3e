using System.Globalization;
using TestSupport.LocalApp;
using TestSupport.Trade;

namespace Benchmarks.Soak;

/// <summary>
/// A day of a brand: a new group with a campaign of a day and a conversion of the next, whose members scan, join, talk,
/// click and buy. Each day has the same number of everything.
/// </summary>
sealed class BrandDay(OperatorClient client, DateTimeOffset start, int number)
{
    const int Inviters = 4;
    const int Joins = 16;
    const int Scans = 24;
    const int Messages = 16;
    const int Buyers = 6;
    const int EventsAnHour = 5;

    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    readonly string group = $"group-{number}";
    readonly string campaign = $"drive-{number}";
    readonly string conversion = $"offer-{number}";
    readonly string[] codes = new string[Inviters];
    TimeSpan passed;

    public static IReadOnlyList<(string Name, string Value)> Settings { get; } =
    [
        .. TradeDay.Settings,
        ("AllowedLinkHosts", "shop.example"),
        ("Attribution__Hours", "24"),
        ("Retention__DeliveryDays", "31"),
        ("Retention__TaskDays", "31"),
        ("Retention__ScanDays", "31"),
        ("Retention__ClickDays", "31"),
    ];

    DateTimeOffset Now => start + passed;

    public async Task PlayAsync()
    {
        await PlanAsync();
        await EachAsync(Scans, scan => client.GetStatusAsync($"/s/{codes[scan % Inviters]}"));
        await EachAsync(Joins, JoinAsync);
        await EachAsync(Messages, PostAsync);
        await EachAsync(Buyers, BuyAsync);
        await client.AdvanceToAsync(start.AddDays(1));
    }

    async Task PlanAsync()
    {
        await client.PostAsync("/api/groups", new
        {
            id = group,
            name = $"茶友群 {number}",
            kind = "SuperUser",
            capacity = 500,
            joinUrl = "https://work.weixin.qq.com/gm/abc",
            charter = new
            {
                audience = "爱喝茶的人",
                service = "每周一款新茶",
                benefits = (string[])["新人立减"],
                rules = (string[])["不发广告"],
                ending = "转入会员群",
            },
        });
        await client.PostAsync("/api/campaigns", new
        {
            id = campaign,
            name = "春茶裂变",
            mode = "PosterShare",
            opensAt = start,
            closesAt = start.AddHours(20),
            groupIds = (string[])[group],
            graceHours = 12,
            tiers = new object[]
            {
                new { invites = 2, reward = new { kind = "Discount", percentOff = 30, title = "7折" } },
            },
        });
        for (var inviter = 0; inviter < Inviters; inviter++)
            codes[inviter] = await client.ParticipateAsync(campaign, $"i{number}-{inviter}");
        await client.PostAsync("/api/conversions", new
        {
            id = conversion,
            groupIds = (string[])[group],
            drive = "Trust",
            product = new
            {
                name = "明前龙井",
                url = "https://shop.example/p/1",
                priceMinor = 19900,
                currency = "CNY",
                quantity = 1000,
            },
            warmUp = new { at = start.AddHours(9), topic = "大家平时喝什么茶？", poll = (string[])["绿茶", "红茶"] },
            linkAt = start.AddHours(33),
            lastCallAt = start.AddHours(34),
            lastCall = "最后一小时：{link}",
            closesAt = start.AddHours(35),
            closing = "今天结束了，谢谢大家！",
        });
    }

    Task JoinAsync(int join) => SendAsync(SignedEvents.Joined(
        new Join($"join-{number}-{join}", group, $"u{number}-{join}", "小林", Now, codes[join % Inviters]), Now));

    Task PostAsync(int message) => SendAsync(SignedEvents.Posted(
        $"msg-{number}-{message}", group, $"u{number}-{message % Joins}", "想买，什么价", Now));

    async Task BuyAsync(int buyer)
    {
        var member = $"u{number}-{buyer}";
        var link = await client.PostAsync(
            $"/api/conversions/{conversion}/links", new { groupId = group, memberId = member });
        await client.GetStatusAsync($"/l/{link.GetProperty("code").GetString()}");
        var order = string.Create(CultureInfo.InvariantCulture, $"o{number}-{buyer}");
        var paid = TradeDay.Paid(order, member, amount: 19900, Now.AddMinutes(1), linkCode: null);
        await SendAsync(SignedEvents.FromShop(TradeDay.Shop, $"paid-{order}", paid, Now));
    }

    async Task SendAsync(HttpRequestMessage signed)
    {
        if (!await client.SendAsync(signed)) throw new InvalidOperationException("An event was not stored.");
    }

    // Spreads the events over some hours.
    async Task EachAsync(int count, Func<int, Task> work)
    {
        foreach (var events in Enumerable.Range(0, count).Chunk(EventsAnHour))
        {
            passed += Hour;
            await client.AdvanceToAsync(Now);
            foreach (var which in events) await work(which);
        }
    }
}
