namespace Community.Messaging.Channels;

/// <summary>The actions that the product needs from a platform.</summary>
public enum ChannelAction
{
    CreateGroup,

    /// <summary>Makes a code and a link through which people join a group.</summary>
    OpenJoinCode,

    SendToGroup,

    SendToMember,

    RemoveMember,

    DissolveGroup,
}

/// <summary>Who performs an action on a platform.</summary>
public enum Capability
{
    /// <summary>The platform performs it on request.</summary>
    Automatic,

    /// <summary>The platform prepares it and a staff member confirms it on a telephone.</summary>
    StaffConfirmed,

    /// <summary>Only a person can perform it.</summary>
    Manual,
}
