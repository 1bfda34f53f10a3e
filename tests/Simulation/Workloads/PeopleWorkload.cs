using System.Diagnostics;
using Rehearsal.Behaviour;
using Rehearsal.People;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>The people of a rehearsal in a group of their own: they come and do what they do by themselves.</summary>
sealed class PeopleWorkload(int seed) : IWorkload
{
    const string Group = "people-1";
    const int People = 12;

    static readonly TimeSpan LastArrival = TimeSpan.FromHours(12);

    // Early enough that the app handles it within the run.
    static readonly TimeSpan LastEvent = TimeSpan.FromHours(60);
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    // Rare events are as frequent as in a year, because the run has few people and days.
    static readonly PeopleBehaviour Behaviour = BehaviourReader.Defaults
        .With("people.leavesEachDay", 0.5, nameof(PeopleWorkload))
        .With("people.asksEachWeek", 1, nameof(PeopleWorkload));

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "Delivery", world.Clock.Now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new PersonDraws(seed);
        var start = Plans.Behaviour.FromFile.Start;
        var arrivals = new ArrivalCurve(Behaviour.ArrivalHours, Zone).Between(start, start + LastArrival);
        for (var person = 0; person < People; person++)
        {
            var (came, id) = (arrivals.At(draws.Next(person, "arrives")) - start, PersonName.IdOf(person));
            yield return ChannelWebhookCall.Joined(came, Group, id);
            var life = PersonLife.AfterJoining(draws, Behaviour, person, Group);
            foreach (var happening in life.Where(happening => came + happening.After < LastEvent))
                yield return CallOf(came + happening.After, id, happening);
        }
    }

    static ChannelWebhookCall CallOf(TimeSpan at, string member, LifeEvent happening) => happening.Kind switch
    {
        LifeEventKind.CardName => ChannelWebhookCall.Renamed(at, Group, member, happening.Text!),
        LifeEventKind.Message => ChannelWebhookCall.Posted(at, Group, member, happening.Text!),
        LifeEventKind.Leave => ChannelWebhookCall.Left(at, Group, member),
        _ => throw new UnreachableException(),
    };
}
