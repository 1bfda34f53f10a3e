using Community.Messaging.StaffTasks;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.WeCom;

namespace Simulation.Invariants;

sealed class RemindersGiven : IInvariant
{
    // A message that fails at first is tried again within minutes.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);
    static readonly TimeSpan CardNameReminder = TimeSpan.FromHours(24);

    // A chat of WeCom is read once an hour.
    static readonly TimeSpan ReadWithin = TimeSpan.FromHours(2);

    public string Name => "staff and newcomers are reminded in time";

    public string Reason => "A task of which nobody is reminded is not done, and a lost reminder has no other trace.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var latest = world.Clock.Now - Tolerance;
        foreach (var task in await reader.ListAsync("/api/tasks?status=open"))
        {
            var dueAt = task.GetProperty("dueAt").GetDateTimeOffset();
            var given = task.GetProperty("escalations").GetInt32();
            var expected = dueAt <= latest ? StaffTaskRules.LatestReminder(dueAt, next: 1, latest) : 0;
            if (given < expected)
                yield return $"{task.GetProperty("id")}, due {dueAt:u}, has {given} reminders of {expected}.";
        }

        if (await Newcomers.FindGroupAsync(reader) is not { } group) yield break;
        var reminders = await Newcomers.CountRemindersAsync(reader, group);
        foreach (var twice in reminders.Where(member => member.Value > 1))
            yield return $"{twice.Key} was reminded of the card name {twice.Value} times.";
        foreach (var member in NamelessMembers(world, group, latest - CardNameReminder))
        {
            if (!reminders.ContainsKey(member)) yield return $"{member} was not reminded of the card name.";
        }
    }

    // Members who joined once, before this instant, are still there, and have no card name.
    static IEnumerable<string> NamelessMembers(World world, string group, DateTimeOffset before)
    {
        if (world.WeCom is { } platform) return NamelessMembers(platform, group, before - ReadWithin);
        var renamed = world.Plan.Events.OfType<ChannelWebhookCall>()
            .Where(call => call.GroupId == group && call.Type == "member.renamed")
            .Select(call => call.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        var joins = world.Plan.Events.OfType<ChannelWebhookCall>()
            .Where(call => call.GroupId == group && call.Type == "member.joined")
            .CountBy(call => call.MemberId!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return Presence.Find(world)
            .Where(person => person.Group == group && person.IsIn && joins[person.Member] == 1)
            .Where(person => !renamed.Contains(person.Member))
            .Where(person => world.Clock.Start + person.Last.At + person.Last.Delay < before)
            .Select(person => person.Member);
    }

    static IEnumerable<string> NamelessMembers(WeComPlatform platform, string group, DateTimeOffset before)
    {
        var nameless = platform.Chats[group].Members
            .Where(member => member is { Type: 2, Nickname: "" })
            .Select(member => member.UserId)
            .ToHashSet(StringComparer.Ordinal);
        return platform.Entries
            .Where(entry => entry.GroupId == group && nameless.Contains(entry.MemberId))
            .GroupBy(entry => entry.MemberId, StringComparer.Ordinal)
            .Where(entries => entries.Count() == 1 && entries.Single().At < before)
            .Select(entries => entries.Key);
    }
}
