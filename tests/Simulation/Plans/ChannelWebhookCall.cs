using System.Globalization;
using System.Text.Json;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>The platform tells of something, until it is acknowledged, and then perhaps so many times again.</summary>
sealed record ChannelWebhookCall(TimeSpan At, string Id, string Type, string GroupId, string? MemberId, string? Code, string? Text) : SimulatedEvent(At)
{
    /// <summary>How often it comes again although it was acknowledged, and how much later each time.</summary>
    public IReadOnlyList<TimeSpan> Again { get; init; } = [];

    /// <summary>How long the first telling is late.</summary>
    public TimeSpan Late { get; init; }

    public static ChannelWebhookCall Joined(TimeSpan at, string group, string member, string? inviter = null) =>
        new(at, $"join-{group}-{member}-{at.Ticks}", "member.joined", group, member, inviter, null);

    public static ChannelWebhookCall Left(TimeSpan at, string group, string member) => new(at, $"leave-{group}-{member}-{at.Ticks}", "member.left", group, member, null, null);

    public static ChannelWebhookCall Renamed(TimeSpan at, string group, string member, string name) =>
        new(at, $"rename-{group}-{member}-{at.Ticks}", "member.renamed", group, member, null, name);

    public static ChannelWebhookCall Posted(TimeSpan at, string group, string member, string text) =>
        new(at, $"post-{group}-{member}-{at.Ticks}", "message.posted", group, member, null, text);

    public static ChannelWebhookCall Dissolved(TimeSpan at, string group, string id) => new(at, id, "group.dissolved", group, null, null, null);

    public override async Task HappenAsync(World world)
    {
        if (Late > TimeSpan.Zero) await world.Clock.DelayAsync(Late);
        var body = Body(world);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(Id, () => Signature.Sign(Id, body, world.Clock.Now));
        if (answer.Status == 202) world.Acknowledged.Add(Id);
        else world.Violate("the platform is understood", $"{Id} was answered {answer.Status}: {answer.Text}");
        foreach (var pause in Again)
        {
            await world.Clock.DelayAsync(pause);
            await world.Sender.TryAsync($"{Id} again", Signature.Sign(Id, body, world.Clock.Now));
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Type} {GroupId} {MemberId} {(Code is null ? "" : $"by {Code}")}{(Late > TimeSpan.Zero ? $" told {Late} late" : "")}{(Again.Count > 0 ? $" told {Again.Count + 1} times" : "")}");

    string Body(World world)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal) { ["groupId"] = GroupId };
        if (MemberId is not null) data["memberId"] = MemberId;
        if (Type == "member.joined") (data["name"], data["state"]) = ("小林", Code is null ? null : world.CodeOf(Code));
        if (Type == "member.renamed") data["name"] = Text;
        if (Type == "message.posted") data["text"] = Text;
        return JsonSerializer.Serialize(new { type = Type, timestamp = (world.Clock.Start + At).ToString("O", CultureInfo.InvariantCulture), data });
    }
}
