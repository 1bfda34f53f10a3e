using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Members with links of their own, who click before and after they pay. Their orders carry no code, and not each of
/// them names the member.
/// </summary>
sealed class MemberLinkWorkload : IWorkload
{
    public const string Id = "own-links";
    public const string Group = "link-owners";

    const int LastMinute = 900;

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        await world.SetUpAsync(
            Sender.Create("POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", now.AddDays(30))));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
        await world.SetUpAsync(
            Sender.Create(
                "POST",
                "/api/conversions",
                new
                {
                    id = Id,
                    groupIds = (string[])[Group],
                    product = new
                    {
                        name = "明前龙井",
                        url = "https://shop.example/p/2",
                        priceMinor = OrderWorkload.Price,
                        currency = "CNY",
                    },
                    warmUp = new { at = now.AddHours(1), topic = "大家平时喝什么茶？" },
                    linkAt = now.AddHours(26),
                    closesAt = now.AddHours(30),
                    closing = "{product}今天结束了，谢谢大家！",
                }));
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = random.Next(1, 4); number > 0; number--)
        {
            var member = SampleBodies.Named("owner", number);
            yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(random.Next(1, 30)), Group, member);
            yield return new OwnLinkCall(TimeSpan.FromMinutes(random.Next(30, 60)), member);
            for (var click = random.Next(1, 6); click > 0; click--)
                yield return new OwnClickCall(AnyTime(random), member);
            for (var order = random.Next(1, 5); order > 0; order--)
                yield return new ShopCall(
                    AnyTime(random), SampleBodies.Named($"own-{member}", order), "order.paid", OrderWorkload.Price)
                {
                    BuyerId = $"buyer-of-{member}",
                    MemberId = random.NextDouble() < 0.5 ? member : null,
                };
        }
    }

    static TimeSpan AnyTime(Random random) => TimeSpan.FromMinutes(60 + (random.NextDouble() * (LastMinute - 60)));
}
