namespace Community.Messaging.Channels;

/// <summary>What replaces an action that the platform does not have.</summary>
public enum ChannelFallback
{
    /// <summary>A staff member mentions (@) the member in a group of both.</summary>
    MentionInGroup,

    /// <summary>New members are greeted by messages to the group.</summary>
    GreetByMessage,
}

public static class ChannelFallbacks
{
    /// <summary>Null for an action that every platform needs, so that it must not be unavailable.</summary>
    public static ChannelFallback? Of(ChannelAction action) => action switch
    {
        ChannelAction.SendToMember => ChannelFallback.MentionInGroup,
        ChannelAction.SetWelcome => ChannelFallback.GreetByMessage,
        _ => null,
    };
}
