using Community.Platform;

namespace Community.Operators;

public abstract record OperatorCommand
{
    OperatorCommand()
    {
    }

    public sealed record Create(Operator Value) : OperatorCommand;

    /// <summary>Changes the fields that are present.</summary>
    public sealed record Edit(string Id, Optional<string> Name, Optional<OperatorRole> Role) : OperatorCommand;

    /// <summary>The operator gets another token; the one before it and all sessions end.</summary>
    public sealed record ReplaceToken(string Id, string TokenHash, DateTimeOffset At) : OperatorCommand;

    public sealed record Remove(string Id) : OperatorCommand;

    /// <summary>Signs in the operator whose token has the hash.</summary>
    public sealed record StartSession(string TokenHash, string SessionHash, DateTimeOffset At) : OperatorCommand;

    public sealed record EndSession(string SessionHash) : OperatorCommand;
}

public abstract record OperatorEvent
{
    OperatorEvent()
    {
    }

    public sealed record Created(Operator Value) : OperatorEvent;

    public sealed record Renamed(string Id, string Name) : OperatorEvent;

    public sealed record RoleChanged(string Id, OperatorRole Role) : OperatorEvent;

    public sealed record TokenReplaced(string Id, string TokenHash, DateTimeOffset At) : OperatorEvent;

    public sealed record Removed(string Id) : OperatorEvent;

    public sealed record SessionStarted(OperatorSession Session, DateTimeOffset At) : OperatorEvent;

    public sealed record SessionEnded(OperatorSession Session) : OperatorEvent;

    /// <summary>Nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : OperatorEvent;
}
