using Community.Care.SuperUsers;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The body of <c>POST /api/super-users/{memberId}/invite</c>.</summary>
public sealed record InviteSuperUserRequest(string? GroupId, string? By);

public sealed class InviteSuperUserValidator : AbstractValidator<InviteSuperUserRequest>
{
    public InviteSuperUserValidator()
    {
        RuleFor(invite => invite.GroupId).NeededId();
        RuleFor(invite => invite.By).Author();
    }
}

/// <summary>The body of <c>POST /api/super-users/{memberId}/decide</c>.</summary>
public sealed record DecideSuperUserRequest(string? GroupId, string? Decision, string? Reason, string? By)
{
    public SuperUserDecisionRecord ToDecision(DateTimeOffset now) =>
        new(Enum.Parse<SuperUserDecision>(Decision!), Reason!, By!, now);
}

public sealed class DecideSuperUserValidator : AbstractValidator<DecideSuperUserRequest>
{
    public DecideSuperUserValidator()
    {
        RuleFor(decide => decide.GroupId).NeededId();
        RuleFor(decide => decide.Decision).NameOf<DecideSuperUserRequest, SuperUserDecision>();
        RuleFor(decide => decide.Reason).Text(200);
        RuleFor(decide => decide.By).Author();
    }
}
