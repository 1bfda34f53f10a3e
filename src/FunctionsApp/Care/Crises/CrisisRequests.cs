using Community.Care.Crises;
using FluentValidation;
using FunctionsApp.Messaging;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// The body of <c>POST /api/crises</c>. <c>owner</c> is the id of the staff member who handles the crisis; when it is
/// absent, the owner of the first group that has one.
/// </summary>
public sealed record OpenCrisisRequest(
    string? Id, IReadOnlyList<string>? GroupIds, string? Cause, string? By, string? Owner = null)
{
    public Crisis ToCrisis(string id, string owner, DateTimeOffset now) =>
        new(id, Cause!, [.. GroupIds!.Select(groupId => new CrisisGroup(groupId))], owner, By!, now);
}

public sealed class OpenCrisisValidator : AbstractValidator<OpenCrisisRequest>
{
    public OpenCrisisValidator()
    {
        RuleFor(crisis => crisis.Id).ChosenId();
        this.GroupIds(crisis => crisis.GroupIds);
        RuleFor(crisis => crisis.Cause).Line(100);
        RuleFor(crisis => crisis.By).Author();
        RuleFor(crisis => crisis.Owner).NeededId().When(crisis => crisis.Owner is not null);
    }
}

/// <summary>The body of <c>POST /api/crises/{id}/entries</c>.</summary>
public sealed record AddCrisisEntryRequest(string? Text, string? By);

public sealed class AddCrisisEntryValidator : AbstractValidator<AddCrisisEntryRequest>
{
    public AddCrisisEntryValidator()
    {
        RuleFor(entry => entry.Text).Text(1000);
        RuleFor(entry => entry.By).Author();
    }
}

/// <summary>The body of <c>POST /api/crises/{id}/statements</c>.</summary>
public sealed record PublishStatementRequest(string? Text, string? By);

public sealed class PublishStatementValidator : AbstractValidator<PublishStatementRequest>
{
    public PublishStatementValidator()
    {
        RuleFor(statement => statement.Text)
            .RobotText()
            .Must(text => !text!.Contains(PreparedStatement.GapBegin, StringComparison.Ordinal))
            .WithMessage($"has a part that is not filled in: {PreparedStatement.GapBegin}...");
        RuleFor(statement => statement.By).Author();
    }
}

/// <summary>
/// The body of <c>POST /api/crises/{id}/people</c>: a <c>role</c> with the evidence for it, such as what the person
/// wrote.
/// </summary>
public sealed record NamePersonRequest(string? MemberId, string? GroupId, string? Role, string? Evidence, string? By)
{
    public CrisisPerson ToPerson(DateTimeOffset now) =>
        new(MemberId!, GroupId!, Enum.Parse<CrisisRole>(Role!), Evidence!, By!, now);
}

public sealed class NamePersonValidator : AbstractValidator<NamePersonRequest>
{
    public NamePersonValidator()
    {
        RuleFor(person => person.MemberId).ChannelKey();
        RuleFor(person => person.GroupId).NeededId();
        RuleFor(person => person.Role).NameOf<NamePersonRequest, CrisisRole>();
        RuleFor(person => person.Evidence).Text(1000);
        RuleFor(person => person.By).Author();
    }
}

/// <summary>The body of <c>POST /api/crises/{id}/release</c>: groups that go on before the end.</summary>
public sealed record ReleaseGroupsRequest(IReadOnlyList<string>? GroupIds, string? By);

public sealed class ReleaseGroupsValidator : AbstractValidator<ReleaseGroupsRequest>
{
    public ReleaseGroupsValidator()
    {
        this.GroupIds(release => release.GroupIds);
        RuleFor(release => release.By).Author();
    }
}

/// <summary>The body of <c>POST /api/crises/{id}/resolve</c>.</summary>
public sealed record ResolveCrisisRequest(string? By, string? Report);

public sealed class ResolveCrisisValidator : AbstractValidator<ResolveCrisisRequest>
{
    public ResolveCrisisValidator()
    {
        RuleFor(resolve => resolve.By).Author();
        RuleFor(resolve => resolve.Report).Text(4000);
    }
}

/// <summary>The body of <c>POST /api/crisis-proposals/{groupId}/dismiss</c>.</summary>
public sealed record DismissProposalRequest(string? By);

public sealed class DismissProposalValidator : AbstractValidator<DismissProposalRequest>
{
    public DismissProposalValidator() => RuleFor(dismiss => dismiss.By).Author();
}
