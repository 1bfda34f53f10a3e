using Community.Groups;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

/// <summary>
/// The body of <c>POST /api/groups</c>. Without <c>joinUrl</c> the group is planned and opens when it gets one. Its
/// name is <c>name</c>, or made from <c>naming</c>.
/// </summary>
public record CreateGroupRequest(
    string? Id,
    string? Name,
    string? Kind,
    int? Capacity,
    string? JoinUrl,
    CharterRequest? Charter,
    string? Owner = null,
    IReadOnlyList<string>? Tags = null,
    GroupNamingBody? Naming = null,
    GroupTextsBody? Texts = null)
{
    public Group ToGroup(string id, DateTimeOffset now) => new(
        id,
        Name ?? Naming!.ToNaming().ToName(),
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
        Naming = Naming?.ToNaming(),
        Texts = Texts?.ToTexts() ?? GroupTexts.Product,
    };
}

public sealed class CreateGroupValidator : AbstractValidator<CreateGroupRequest>
{
    public CreateGroupValidator()
    {
        RuleFor(group => group.Id).ChosenId();
        RuleFor(group => group.Name).GroupName().When(group => group.Naming is null);
        RuleFor(group => group.Naming).SetValidator(new GroupNamingValidator()!);
        RuleFor(group => group.Name)
            .Must((group, name) => name is null || name == group.Naming!.ToNaming().ToName())
            .WithMessage("must be absent, or the name that naming gives.")
            .When(group => group.Naming is { } naming && new GroupNamingValidator().Validate(naming).IsValid);
        RuleFor(group => group.Kind).NameOf<CreateGroupRequest, GroupKind>();
        RuleFor(group => group.Capacity).Capacity();
        RuleFor(group => group.JoinUrl).WebAddress().When(group => group.JoinUrl is not null);
        RuleFor(group => group.Owner).NeededId().When(group => group.Owner is not null);
        this.Tags(group => group.Tags);
        RuleFor(group => group.Charter)
            .NotNull().WithMessage("is missing: no group opens without one.")
            .SetValidator(new CharterValidator()!);
        RuleFor(group => group.Texts).SetValidator(new GroupTextsValidator()!);
        RuleFor(group => group.Charter!.EndsAt)
            .NotNull().WithMessage("is missing: a flash group must end.")
            .OverridePropertyName("charter.endsAt")
            .When(group => group.Kind == nameof(GroupKind.Flash) && group.Charter is not null);
    }
}
