namespace Community.Messaging.Channels;

public enum ChannelAction
{
    CreateGroup,

    OpenJoinCode,

    SendToGroup,

    SendToMember,

    RemoveMember,

    DissolveGroup,

    /// <summary>Puts a welcome text into the group's settings, which greets each new member (入群欢迎语).</summary>
    SetWelcome,
}

public enum Capability
{
    Automatic,

    /// <summary>The platform prepares it and a staff member confirms it on a telephone.</summary>
    StaffConfirmed,

    Manual,

    /// <summary>The platform does not have the action; <see cref="ChannelFallbacks"/> says what replaces it.</summary>
    Unavailable,
}
