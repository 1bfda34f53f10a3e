namespace Community.Messaging.Channels;

/// <summary>What the product may need done on a platform.</summary>
public enum ChannelAction
{
    /// <summary>Make a new group.</summary>
    CreateGroup,

    /// <summary>Give a group a code that lets people in.</summary>
    OpenJoinCode,

    /// <summary>Post into a group.</summary>
    SendToGroup,

    /// <summary>Write to one member in private.</summary>
    SendToMember,

    /// <summary>Take a member out of a group.</summary>
    RemoveMember,

    /// <summary>End a group for good.</summary>
    DissolveGroup,
}

/// <summary>Who does it. A channel states this for each action.</summary>
public enum Capability
{
    /// <summary>The platform does it when asked.</summary>
    Automatic,

    /// <summary>The platform prepares it; a staff member confirms it on a telephone.</summary>
    StaffConfirmed,

    /// <summary>Only a person can do it.</summary>
    Manual,
}
