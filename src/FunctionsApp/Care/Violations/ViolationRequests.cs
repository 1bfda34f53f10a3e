using Community.Care.Violations;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// The body of <c>POST /api/violations</c>: which rule a member broke, who may be one of whom the channel never told.
/// <c>owner</c> is the id of the staff member who carries out what follows; when it is absent, the owner of the group.
/// </summary>
public sealed record ReportViolationRequest(
    string? Id, string? GroupId, string? MemberId, string? Kind, string? Evidence, string? By, string? Owner = null)
{
    public ViolationReport ToReport(string id, string owner, DateTimeOffset now) =>
        new(id, GroupId!, MemberId!, Enum.Parse<ViolationKind>(Kind!), Evidence!, By!, now) { Owner = owner };
}

public sealed class ReportViolationValidator : AbstractValidator<ReportViolationRequest>
{
    public ReportViolationValidator()
    {
        RuleFor(violation => violation.Id).ChosenId();
        RuleFor(violation => violation.GroupId).NeededId();
        RuleFor(violation => violation.MemberId).ChannelKey();
        RuleFor(violation => violation.Kind).NameOf<ReportViolationRequest, ViolationKind>();
        RuleFor(violation => violation.Evidence).Text(ViolationRules.MaxEvidence);
        RuleFor(violation => violation.By).Author();
        RuleFor(violation => violation.Owner).NeededId().When(violation => violation.Owner is not null);
    }
}

/// <summary>The body of <c>POST /api/violations/{id}/appeal</c>: what the member says against the decision.</summary>
public sealed record AppealViolationRequest(string? Text, string? By);

public sealed class AppealViolationValidator : AbstractValidator<AppealViolationRequest>
{
    public AppealViolationValidator()
    {
        RuleFor(appeal => appeal.Text).Text(ViolationRules.MaxText);
        RuleFor(appeal => appeal.By).Author();
    }
}

/// <summary>
/// The body of <c>POST /api/violations/{id}/decide</c>. <c>measure</c> is only for <c>Uphold</c>; when it is absent,
/// the one that is proposed. <c>owner</c> is the id of the staff member who carries it out.
/// </summary>
public sealed record DecideViolationRequest(
    string? Decision, string? Reason, string? By, string? Measure = null, string? Owner = null)
{
    /// <summary>The command; <paramref name="groupOwner"/> carries it out when the request names no one.</summary>
    public ViolationCommand.Decide ToCommand(string? groupOwner, DateTimeOffset now) => new(
        Enum.Parse<ViolationDecision>(Decision!),
        Measure is null ? null : Enum.Parse<ViolationMeasure>(Measure),
        Reason!,
        By!,
        Owner ?? groupOwner,
        now);
}

public sealed class DecideViolationValidator : AbstractValidator<DecideViolationRequest>
{
    public DecideViolationValidator()
    {
        RuleFor(decision => decision.Decision).NameOf<DecideViolationRequest, ViolationDecision>();
        RuleFor(decision => decision.Reason).Text(ViolationRules.MaxText);
        RuleFor(decision => decision.By).Author();
        RuleFor(decision => decision.Measure)
            .NameOf<DecideViolationRequest, ViolationMeasure>()
            .When(decision => decision.Measure is not null);
        RuleFor(decision => decision.Owner).NeededId().When(decision => decision.Owner is not null);
    }
}
