namespace Community.Messaging.Channels.WeCom;

public static class WeComCapabilities
{
    /// <summary>Who performs the action on WeCom.</summary>
    public static Capability Of(ChannelAction action) => action switch
    {
        ChannelAction.SendToGroup or ChannelAction.SetWelcome => Capability.StaffConfirmed,
        ChannelAction.SendToMember => Capability.Unavailable,
        _ => Capability.Manual,
    };
}
