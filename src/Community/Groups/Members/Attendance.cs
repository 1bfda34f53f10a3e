namespace Community.Groups.Members;

/// <summary>A group and one member of it, which are decided on and stored together.</summary>
public sealed record Attendance(Group Group, Member Member);

/// <summary>What the channel reports about a person in a group; <c>At</c> is the channel's instant.</summary>
public abstract record AttendanceCommand
{
    AttendanceCommand()
    {
    }

    public sealed record Join(string Name, string? Code, string? InvitedBy, DateTimeOffset At) : AttendanceCommand;

    public sealed record Leave(DateTimeOffset At) : AttendanceCommand;

    /// <summary>The person set a card name (群名片).</summary>
    public sealed record Rename(string Name, DateTimeOffset At) : AttendanceCommand;

    public sealed record Introduce(IReadOnlyList<string> Interests, DateTimeOffset At) : AttendanceCommand;
}

public abstract record AttendanceEvent
{
    AttendanceEvent()
    {
    }

    public sealed record Joined(string Name, string? Code, string? InvitedBy, DateTimeOffset At) : AttendanceEvent;

    public sealed record Left(DateTimeOffset At) : AttendanceEvent;

    public sealed record Renamed(string Name, DateTimeOffset At) : AttendanceEvent;

    public sealed record Introduced(IReadOnlyList<string> Interests, DateTimeOffset At) : AttendanceEvent;

    public sealed record GroupFilled : AttendanceEvent;

    public sealed record PlaceFreed : AttendanceEvent;

    public sealed record Overfilled : AttendanceEvent;
}
