using System.Globalization;
using TestSupport.LocalApp;

namespace TestSupport.HostCosts;

/// <summary>The groups of one conversion, from its plan to its results: warm-up, link, last call and closing.</summary>
public sealed class ConversionScenario : IHostCostScenario
{
    static readonly DateTimeOffset WarmUpAt = CountedApp.Start.AddHours(11);
    static readonly DateTimeOffset LinkAt = WarmUpAt.AddDays(1);

    public async Task RunAsync(OperatorClient client, int count, int max)
    {
        ArgumentNullException.ThrowIfNull(client);
        var groups = Enumerable.Range(0, max)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"crowd-{n}"))
            .ToList();
        foreach (var group in groups) await client.CreateGroupAsync(group, "SuperUser");
        if (count > 0) await client.PostAsync("/api/conversions", PlanOf(groups.Take(count)));
        await client.AdvanceToAsync(LinkAt.AddHours(12));
    }

    static object PlanOf(IEnumerable<string> groups) => new
    {
        id = "counted",
        groupIds = groups,
        drive = "Trust",
        product = new
        {
            name = "明前龙井",
            url = "https://shop.example/p/1",
            priceMinor = 19900,
            currency = "CNY",
            quantity = 1000,
        },
        warmUp = new { at = WarmUpAt, topic = "大家平时喝什么茶？", poll = (string[])["绿茶", "红茶"] },
        linkAt = LinkAt,
        lastCallAt = LinkAt.AddHours(1),
        lastCall = "最后一小时：{link}",
        closesAt = LinkAt.AddHours(2),
        closing = "今天结束了，谢谢大家！",
    };
}
