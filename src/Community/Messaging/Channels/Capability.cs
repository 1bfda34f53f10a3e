namespace Community.Messaging.Channels;

public enum ChannelAction
{
    CreateGroup,

    OpenJoinCode,

    SendToGroup,

    SendToMember,

    RemoveMember,

    DissolveGroup,
}

public enum Capability
{
    Automatic,

    /// <summary>The platform prepares it and a staff member confirms it on a telephone.</summary>
    StaffConfirmed,

    Manual,
}
