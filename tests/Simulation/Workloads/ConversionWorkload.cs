using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A conversion in four groups, half of them holdouts; members reply, and an operator may hold, resume or cancel it.
/// </summary>
sealed class ConversionWorkload : IWorkload
{
    public const string Id = "longjing";
    public const int Groups = 4;

    const int Few = 3;
    const int Many = 100;

    static readonly string[] Replies = ["多少钱？", "想要", "我平时喝绿茶", "1", "2", "什么时候开始？"];

    public static string Group(int number) => SampleBodies.Named("talk", number);

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        for (var number = 1; number <= Groups; number++)
        {
            await world.SetUpAsync(
                Sender.Create("POST", "/api/groups", SampleBodies.Group(Group(number), "SuperUser", now.AddDays(30))));
            if (world.WeCom is { } platform) await platform.AddChatAsync(Group(number));
        }

        await world.SetUpAsync(
            Sender.Create(
                "POST",
                "/api/conversions",
                new
                {
                    id = Id,
                    groupIds = Enumerable.Range(1, Groups).Select(Group),
                    holdoutShare = 0.5,
                    seed = world.Plan.Seed,
                    drive = "Trust",
                    product = SampleBodies.Product(world.Plan.Seed % 3 == 0 ? Few : Many),
                    warmUp = SampleBodies.ShortWarmUp(now.AddHours(1)),
                    linkAt = now.AddHours(6),
                    lastCallAt = now.AddHours(7.5),
                    lastCall = "最后半小时：{link}",
                    closesAt = now.AddHours(8),
                    closing = "{product}今天结束了，谢谢大家！",
                }));
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = 1; number <= Groups; number++)
        {
            foreach (var simulatedEvent in ShopperWorkload.Draw(random, Group(number), TimeSpan.FromHours(6), 150))
                yield return simulatedEvent;
            for (var talk = random.Next(0, 4); talk > 0; talk--)
            {
                var member = $"talker-{number}-{talk}";
                yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(random.Next(1, 30)), Group(number), member);
                yield return ChannelWebhookCall.Posted(
                    TimeSpan.FromHours(1) + TimeSpan.FromMinutes(random.NextDouble() * 360),
                    Group(number),
                    member,
                    Replies[random.Next(Replies.Length)]);
            }
        }

        if (random.NextDouble() < 0.2)
        {
            var held = TimeSpan.FromMinutes(random.Next(10, 400));
            yield return new OperatorCall(held, "POST", $"/api/conversions/{Id}/hold");
            yield return new OperatorCall(
                held + TimeSpan.FromMinutes(random.Next(5, 60)),
                "POST",
                $"/api/conversions/{Id}/resume",
                new { missed = "run" });
        }

        if (random.NextDouble() < 0.1)
            yield return new OperatorCall(
                TimeSpan.FromMinutes(random.Next(10, 460)),
                "POST",
                $"/api/conversions/{Id}/cancel");
    }
}
