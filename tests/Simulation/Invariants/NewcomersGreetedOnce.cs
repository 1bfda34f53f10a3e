using Community.Messaging.Channels;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class NewcomersGreetedOnce : IInvariant
{
    public string Name => "every newcomer is greeted once";

    public string Reason => "A newcomer who is not greeted leaves, and one who is greeted twice mutes the group.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (await Newcomers.FindGroupAsync(reader) is not { } group) yield break;
        var greetings = await Newcomers.CountGreetingsAsync(reader, group);
        var people = Presence.FindMembers(world).Where(person => person.Group == group).ToList();
        if (world.Plan.Setting.CapabilityOf(ChannelAction.SetWelcome) is not Capability.Unavailable)
        {
            var welcomes = await Newcomers.CountWelcomesAsync(reader, group);
            if (greetings.Count > 0) yield return $"{group} has a welcome of the platform and greetings.";
            if (welcomes > 1 || (welcomes == 0 && people.Any(person => person.IsIn)))
                yield return $"The welcome of {group} was set {welcomes} times.";
            yield break;
        }

        foreach (var (_, member, isIn) in people)
        {
            var count = greetings.GetValueOrDefault(member);
            if (count > 1) yield return $"{member} was greeted {count} times.";
            if (count == 0 && isIn) yield return $"{member} is in {group} and was not greeted.";
        }
    }
}
