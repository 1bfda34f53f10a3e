using Community.Groups;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

/// <summary>
/// The body of <c>PATCH /api/groups/{id}</c>. Absent fields do not change; null clears <c>joinUrl</c>, <c>owner</c> and
/// <c>tags</c>. <c>by</c> is the name for the history.
/// </summary>
public sealed record EditGroupRequest(
    string? By,
    Optional<string?> Name = default,
    Optional<int?> Capacity = default,
    Optional<string?> JoinUrl = default,
    Optional<string?> Owner = default,
    Optional<IReadOnlyList<string>?> Tags = default)
{
    public GroupCommand.Edit ToCommand(DateTimeOffset now) =>
        new(new GroupEdit(Name, Capacity, JoinUrl, Owner, Tags), By!, now);
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
    }
}
