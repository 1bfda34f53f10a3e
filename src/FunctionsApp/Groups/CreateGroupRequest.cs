using Community.Groups;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

/// <summary>
/// The body of <c>POST /api/groups</c>. Without <c>joinUrl</c> the group is planned and opens when it gets one.
/// </summary>
public record CreateGroupRequest(
    string? Id,
    string? Name,
    string? Kind,
    int? Capacity,
    string? JoinUrl,
    CreateGroupRequest.CharterRequest? Charter,
    string? Owner = null,
    IReadOnlyList<string>? Tags = null)
{
    /// <summary>The charter (群定位); that of a flash group has an end.</summary>
    public sealed record CharterRequest(
        string? Audience,
        string? Service,
        IReadOnlyList<string>? Benefits,
        IReadOnlyList<string>? Rules,
        DateTimeOffset? EndsAt,
        string? Ending)
    {
        public Charter ToCharter() => new(Audience!, Service!, Benefits!, Rules!, EndsAt, Ending!);
    }

    public Group ToGroup(string id, DateTimeOffset now) => new(
        id,
        Name!,
        Enum.Parse<GroupKind>(Kind!),
        Capacity!.Value,
        Charter!.ToCharter(),
        JoinUrl is null ? GroupState.Planned : GroupState.Open,
        JoinUrl,
        MemberCount: 0,
        Overflow: 0,
        now)
    {
        Owner = Owner,
        OpenedAt = JoinUrl is null ? null : now,
        Tags = Tags ?? [],
    };
}

public sealed class CreateGroupValidator : AbstractValidator<CreateGroupRequest>
{
    public CreateGroupValidator()
    {
        RuleFor(group => group.Id).ChosenId();
        RuleFor(group => group.Name).GroupName();
        RuleFor(group => group.Kind).NameOf<CreateGroupRequest, GroupKind>();
        RuleFor(group => group.Capacity).Capacity();
        RuleFor(group => group.JoinUrl).WebAddress().When(group => group.JoinUrl is not null);
        RuleFor(group => group.Owner).NeededId().When(group => group.Owner is not null);
        this.Tags(group => group.Tags);
        RuleFor(group => group.Charter)
            .NotNull().WithMessage("is missing: no group opens without one.")
            .SetValidator(new CharterValidator()!);
        RuleFor(group => group.Charter!.EndsAt)
            .NotNull().WithMessage("is missing: a flash group must end.")
            .OverridePropertyName("charter.endsAt")
            .When(group => group.Kind == nameof(GroupKind.Flash) && group.Charter is not null);
    }

    sealed class CharterValidator : AbstractValidator<CreateGroupRequest.CharterRequest>
    {
        public CharterValidator()
        {
            RuleFor(charter => charter.Audience).Text(200);
            RuleFor(charter => charter.Service).Text(200);
            RuleFor(charter => charter.Benefits).Items(1, 10);
            RuleForEach(charter => charter.Benefits).Text(80);
            RuleFor(charter => charter.Rules).Items(1, 20);
            RuleForEach(charter => charter.Rules).Text(120);
            RuleFor(charter => charter.Ending).Text(200);
        }
    }
}
