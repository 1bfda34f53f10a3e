using Rehearsal.Hosting;
using Rehearsal.People;

namespace Rehearsal.Runs;

/// <summary>What members do in groups, told to the app by webhooks of the platform.</summary>
sealed class MemberActions(RehearsalWorld world)
{
    /// <summary>Joins a group; <paramref name="state"/> is the code that was scanned.</summary>
    public async Task JoinAsync(
        int person, string groupId, string? state, int? invitedBy = null, DateTimeOffset? at = null)
    {
        if (!world.Crowd.Add(groupId, person)) return;
        await TellAsync("member.joined", groupId, person, at, ("name", PersonName.Of(person)), ("state", state),
            ("invitedBy", invitedBy is { } inviter ? PersonName.IdOf(inviter) : null));
        var isFull = world.Crowd.In(groupId).Count == world.Plans.FindGroup(groupId)?.Capacity;
        world.Record.Joined(groupId, isFull, at ?? world.Clock.Now);
    }

    public async Task LeaveAsync(int person, string groupId)
    {
        if (!world.Crowd.Remove(groupId, person)) return;
        world.Record.Left(groupId);
        await TellAsync("member.left", groupId, person);
    }

    public Task RenameAsync(int person, string groupId) =>
        WhilePresentAsync(person, groupId, "member.renamed", ("name", PersonName.CardOf(person)));

    public Task PostAsync(int person, string groupId, string text) =>
        WhilePresentAsync(person, groupId, "message.posted", ("text", text));

    Task WhilePresentAsync(int person, string groupId, string type, params (string Name, object? Value)[] data) =>
        world.Crowd.IsIn(groupId, person) ? TellAsync(type, groupId, person, null, data) : Task.CompletedTask;

    Task TellAsync(
        string type, string groupId, int person, DateTimeOffset? at = null, params (string Name, object? Value)[] data)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["groupId"] = groupId,
            ["memberId"] = PersonName.IdOf(person),
        };
        foreach (var (name, value) in data)
        {
            if (value is not null) fields[name] = value;
        }

        return world.TellAsync(
            Webhooks.ChannelPath, type, _ => Webhooks.ChannelBody(type, at ?? world.Clock.Now, fields));
    }
}
