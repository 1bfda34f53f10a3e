using Community.Operators;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Operators.Directory;

/// <summary>The body of <c>POST /api/operators</c>.</summary>
public sealed record CreateOperatorRequest(string? Id, string? Name, string? Role);

public sealed class CreateOperatorValidator : AbstractValidator<CreateOperatorRequest>
{
    public CreateOperatorValidator()
    {
        RuleFor(created => created.Id).ChosenId();
        RuleFor(created => created.Name).Author();
        RuleFor(created => created.Role).NameOf<CreateOperatorRequest, OperatorRole>();
    }
}

/// <summary>The body of <c>PATCH /api/operators/{id}</c>. Absent fields do not change.</summary>
public sealed record EditOperatorRequest(Optional<string?> Name = default, Optional<string?> Role = default)
{
    public OperatorCommand.Edit ToCommand(string id) => new(
        id,
        Name.HasValue ? new(Name.Value!) : default,
        Role.HasValue ? new(Enum.Parse<OperatorRole>(Role.Value!)) : default);
}

public sealed class EditOperatorValidator : AbstractValidator<EditOperatorRequest>
{
    public EditOperatorValidator()
    {
        RuleFor(edit => edit.Name).NotNullable();
        RuleFor(edit => edit.Name.Value).Author().When(edit => edit.Name.HasValue);
        RuleFor(edit => edit.Role).NotNullable();
        RuleFor(edit => edit.Role.Value).NameOf<EditOperatorRequest, OperatorRole>().When(edit => edit.Role.HasValue);
    }
}
