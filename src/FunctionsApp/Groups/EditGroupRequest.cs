using Community.Groups;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

/// <summary>
/// The body of <c>PATCH /api/groups/{id}</c>. Absent fields do not change; null clears <c>joinUrl</c>, <c>owner</c>,
/// <c>tags</c> and <c>naming</c>, and brings the product's <c>texts</c> back. <c>naming</c> gives the group its name.
/// <c>by</c> is the name for the history.
/// </summary>
public sealed record EditGroupRequest(
    string? By,
    Optional<string?> Name = default,
    Optional<int?> Capacity = default,
    Optional<string?> JoinUrl = default,
    Optional<string?> Owner = default,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<GroupNamingBody?> Naming = default,
    Optional<CharterEditRequest?> Charter = default,
    Optional<GroupTextsEditRequest?> Texts = default)
{
    public GroupCommand.Edit ToCommand(DateTimeOffset now)
    {
        var edit = new GroupEdit(Name, Capacity, JoinUrl, Owner, Tags)
        {
            Naming = Naming.Map(naming => naming?.ToNaming()),
            Charter = Charter.Map(charter => charter?.ToEdit()),
            Texts = Texts.Map(texts => texts?.ToEdit()),
        };
        return new(edit, By!, now);
    }
}

public sealed class EditGroupValidator : AbstractValidator<EditGroupRequest>
{
    public EditGroupValidator()
    {
        RuleFor(edit => edit.By).Author();
        RuleFor(edit => edit.Name).NotNullable();
        RuleFor(edit => edit.Name.Value).GroupName().When(edit => edit.Name.HasValue);
        RuleFor(edit => edit.Capacity).NotNullable();
        RuleFor(edit => edit.Capacity.Value).Capacity().When(edit => edit.Capacity.HasValue);
        RuleFor(edit => edit.JoinUrl.Value).WebAddress().When(edit => edit.JoinUrl.HasValue);
        RuleFor(edit => edit.Owner.Value).NeededId().When(edit => edit.Owner.HasValue);
        this.Tags(edit => edit.Tags.Value);
        RuleFor(edit => edit.Naming.Value)
            .SetValidator(new GroupNamingValidator()!)
            .When(edit => edit.Naming.HasValue);
        RuleFor(edit => edit.Name)
            .Must(name => !name.IsPresent).WithMessage("must be absent: naming gives the name.")
            .When(edit => edit.Naming.HasValue);
        RuleFor(edit => edit.Charter).NotNullable();
        RuleFor(edit => edit.Charter.Value)
            .SetValidator(new CharterEditValidator()!)
            .When(edit => edit.Charter.HasValue);
        RuleFor(edit => edit.Texts.Value)
            .SetValidator(new GroupTextsEditValidator()!)
            .When(edit => edit.Texts.HasValue);
    }
}
