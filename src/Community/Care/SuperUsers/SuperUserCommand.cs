using Community.Platform;

namespace Community.Care.SuperUsers;

public abstract record SuperUserCommand
{
    SuperUserCommand()
    {
    }

    /// <summary>Takes over new figures and what follows from them.</summary>
    public sealed record Assess(SuperUserFigures Figures, SuperUserSort Sort, DateTimeOffset At) : SuperUserCommand;

    public sealed record Invite(string By, DateTimeOffset At) : SuperUserCommand;

    /// <summary>The person is in the group.</summary>
    public sealed record Join(DateTimeOffset At) : SuperUserCommand;

    /// <summary>The person is not in the group any more.</summary>
    public sealed record Leave(DateTimeOffset At) : SuperUserCommand;

    /// <summary>Compares a member with the criteria, once in each quarter.</summary>
    public sealed record Review(string Quarter, DateTimeOffset At) : SuperUserCommand;

    /// <summary>Ends the review of a member.</summary>
    public sealed record Decide(SuperUserDecisionRecord Decision) : SuperUserCommand;
}

public abstract record SuperUserEvent
{
    SuperUserEvent()
    {
    }

    public sealed record Assessed(SuperUserFigures Figures, SuperUserSort Sort) : SuperUserEvent;

    /// <summary>The invitation, the <paramref name="Number"/>th of the person.</summary>
    public sealed record Invited(int Number, string By, DateTimeOffset At) : SuperUserEvent;

    /// <summary>The invitation led to nothing.</summary>
    public sealed record InvitationLapsed(DateTimeOffset At) : SuperUserEvent;

    /// <summary>The person joined, after an invitation or without one.</summary>
    public sealed record Joined(bool WasInvited, DateTimeOffset At) : SuperUserEvent;

    public sealed record Left(DateTimeOffset At) : SuperUserEvent;

    public sealed record Reviewed(string Quarter) : SuperUserEvent;

    public sealed record ReviewBegun(DateTimeOffset At) : SuperUserEvent;

    public sealed record Kept(SuperUserDecisionRecord Decision) : SuperUserEvent;

    public sealed record Removed(SuperUserDecisionRecord Decision) : SuperUserEvent;

    /// <summary>The removal is so long ago that the person is a stranger again.</summary>
    public sealed record RemovalForgotten(DateTimeOffset At) : SuperUserEvent;

    public sealed record Refused(Refusal Refusal) : SuperUserEvent;
}
