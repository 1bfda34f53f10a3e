using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Channels;

/// <summary>A chat platform.</summary>
public interface IChannel
{
    /// <summary>The value of the setting <c>Channel</c> that chooses this platform.</summary>
    string Name { get; }

    /// <summary>
    /// True when the platform tells what members say. Otherwise votes are taken on a page, and interest is heard from
    /// votes, clicks and what staff report.
    /// </summary>
    bool ReportsMessages { get; }

    /// <summary>Who performs the action on this platform.</summary>
    Capability CapabilityOf(ChannelAction action);

    /// <summary>
    /// Performs an <see cref="Capability.Automatic"/> action or prepares a <see cref="Capability.StaffConfirmed"/> one.
    /// After an exception the outcome is unknown; after every reply but <see cref="ChannelReply.Accepted"/> the action
    /// is not done.
    /// </summary>
    Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken);
}

/// <summary>A request to the channel; <paramref name="Key"/> is the idempotency key of the effect.</summary>
public sealed record ChannelCall(ChannelAction Action, string Key, string GroupId, string? MemberId, string Text)
{
    /// <summary>What the message carries beside its text, in this order; null for none.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

public abstract record ChannelReply
{
    ChannelReply()
    {
    }

    /// <summary>
    /// Done, or prepared for a person to confirm; <paramref name="JoinUrl"/> is the join link that the action made.
    /// </summary>
    public sealed record Accepted(string MessageId, string? JoinUrl = null) : ChannelReply;

    public sealed record Refused(string Reason) : ChannelReply;

    /// <summary>Not done, and not prepared: a person performs the action without the platform's help.</summary>
    public sealed record ByHand(string Reason) : ChannelReply;
}
