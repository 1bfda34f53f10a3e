using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// New members of a group with onboarding: they change their card name, introduce themselves, leave and return.
/// </summary>
sealed class NewcomerWorkload(bool crowd) : IWorkload
{
    public const string Group = "new-buyers";

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(
            Sender.Create(
                "POST",
                "/api/groups",
                SampleBodies.Group(Group, "NewBuyer", world.Clock.Now.AddDays(30), capacity: crowd ? 40 : 6)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = crowd ? random.Next(22, 30) : random.Next(2, 9); number > 0; number--)
        {
            var member = SampleBodies.Named("newcomer", number);
            var at =
                TimeSpan.FromMinutes(5)
                + (
                    crowd
                        ? TimeSpan.FromMilliseconds(random.Next(20_000))
                        : TimeSpan.FromMinutes(random.NextDouble() * 600));
            yield return ChannelWebhookCall.Joined(at, Group, member);
            if (crowd)
                continue;
            if (random.NextDouble() < 0.5)
                yield return ChannelWebhookCall.Renamed(at + Later(random), Group, member, "小林-上海");
            if (random.NextDouble() < 0.5)
                yield return ChannelWebhookCall.Posted(
                    at + Later(random),
                    Group,
                    member,
                    "大家好，我是小林，来自上海，喜欢喝茶和徒步。");
            if (random.NextDouble() > 0.35)
                continue;
            var gone = at + Later(random);
            yield return ChannelWebhookCall.Left(gone, Group, member);
            if (random.NextDouble() < 0.5) yield return ChannelWebhookCall.Joined(gone + Later(random), Group, member);
        }
    }

    static TimeSpan Later(Random random) =>
        TimeSpan.FromSeconds(1) + TimeSpan.FromHours(Math.Pow(random.NextDouble(), 2) * 30);
}
