using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>
/// A webhook call of the channel, repeated until it is acknowledged and then <see cref="RepeatDelays"/> times.
/// </summary>
sealed record ChannelWebhookCall(
    TimeSpan At,
    string Id,
    string Type,
    string GroupId,
    string? MemberId,
    string? Code,
    string? Text) : SimulatedEvent(At)
{
    /// <summary>The pauses before the calls that repeat it after it was acknowledged.</summary>
    public IReadOnlyList<TimeSpan> RepeatDelays { get; init; } = [];

    /// <summary>The delay of the first call after <see cref="SimulatedEvent.At"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The union id that a join reports; null when it reports none.</summary>
    public string? UnionId { get; init; }

    public static ChannelWebhookCall Joined(TimeSpan at, string group, string member, string? inviter = null) =>
        new(at, $"join-{group}-{member}-{at.Ticks}", "member.joined", group, member, inviter, null);

    public static ChannelWebhookCall Left(TimeSpan at, string group, string member) =>
        new(at, $"leave-{group}-{member}-{at.Ticks}", "member.left", group, member, null, null);

    public static ChannelWebhookCall Renamed(TimeSpan at, string group, string member, string name) =>
        new(at, $"rename-{group}-{member}-{at.Ticks}", "member.renamed", group, member, null, name);

    public static ChannelWebhookCall Posted(TimeSpan at, string group, string member, string text) =>
        new(at, $"post-{group}-{member}-{at.Ticks}", "message.posted", group, member, null, text);

    public static ChannelWebhookCall Dissolved(TimeSpan at, string group, string id) =>
        new(at, id, "group.dissolved", group, null, null, null);

    public override async Task PlayEventAsync(World world)
    {
        // A jump of the clock must not put the call off beyond the end of the run.
        var wait = world.Clock.Start + At + Delay - world.Clock.Now;
        if (wait > TimeSpan.Zero) await world.Clock.DelayAsync(wait);
        var body = Body(world);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(Id, () => Webhooks.Sign(Id, body, world.Clock.Now));
        if (answer.Status == 202)
            world.Acknowledged.Add(Id);
        else
            world.Violate(
                "the app accepts the platform's webhooks",
                $"{Id} was answered {answer.Status}: {answer.Text}");
        foreach (var pause in RepeatDelays)
        {
            await world.Clock.DelayAsync(pause);
            await world.Sender.TryAsync($"{Id} repeated", Webhooks.Sign(Id, body, world.Clock.Now));
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At:d\\.hh\\:mm\\:ss} {Type} {GroupId} {MemberId} "
            + $"{(Code is null ? "" : $"by {Code}")}{(Delay > TimeSpan.Zero ? $" {Delay} late" : "")}"
            + $"{(RepeatDelays.Count > 0 ? $" {RepeatDelays.Count + 1} times" : "")}");

    string Body(World world)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal) { ["groupId"] = GroupId };
        if (MemberId is not null)
            data["memberId"] = MemberId;
        if (Type == "member.joined")
            (data["name"], data["state"], data["unionId"]) =
                ("小林", Code is null ? null : world.CodeOf(Code), UnionId);
        if (Type == "member.renamed")
            data["name"] = Text;
        if (Type == "message.posted")
            data["text"] = Text;
        return Webhooks.ChannelBody(Type, world.Clock.Start + At, data);
    }
}
