using Community.Messaging.Channels;

namespace FunctionsApp.Messaging.Channels;

/// <summary>A chat platform: what it can do, who does it, and doing it.</summary>
public interface IChannel
{
    /// <summary>Who does the action on this platform.</summary>
    Capability CapabilityOf(ChannelAction action);

    /// <summary>
    /// Does an <see cref="Capability.Automatic"/> action or prepares a <see cref="Capability.StaffConfirmed"/> one. An exception means that
    /// nobody knows whether it was done; a refusal means that it was not.
    /// </summary>
    Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken);
}

/// <summary>What the channel is asked to do; <paramref name="Key"/> names the effect.</summary>
public sealed record ChannelCall(ChannelAction Action, string Key, string GroupId, string? MemberId, string Text);

/// <summary>What the channel answered.</summary>
public abstract record ChannelReply
{
    ChannelReply()
    {
    }

    /// <summary>Done, or prepared for a person to confirm; <paramref name="JoinUrl"/> where the action made a way in.</summary>
    public sealed record Accepted(string MessageId, string? JoinUrl = null) : ChannelReply;

    /// <summary>Not done, and why.</summary>
    public sealed record Refused(string Reason) : ChannelReply;
}
