using Community.Deliveries;
using Community.FlashSales;
using FluentValidation;
using FunctionsApp.Http;

namespace FunctionsApp.FlashSales;

/// <summary>The body of <c>POST /api/flash-sales</c>.</summary>
public sealed record CreateFlashSale(string? Id, string? Name, string? GroupId, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, string? Farewell)
{
    /// <summary>The sale as it begins.</summary>
    public FlashSale ToFlashSale(string id, DateTimeOffset now) =>
        new(id, Name!, GroupId!, OpensAt!.Value, ClosesAt!.Value, Farewell!, FlashSaleState.Planned, now);
}

/// <summary>The body of <c>PATCH /api/flash-sales/{id}</c>; what is absent stays as it is.</summary>
public sealed record EditFlashSale(DateTimeOffset? ClosesAt, string? Farewell);

/// <summary>What a flash sale must say.</summary>
public sealed class CreateFlashSaleRules : AbstractValidator<CreateFlashSale>
{
    /// <summary>The rules.</summary>
    public CreateFlashSaleRules()
    {
        RuleFor(sale => sale.Id).ChosenId();
        RuleFor(sale => sale.Name).Text(60);
        RuleFor(sale => sale.GroupId).NeededId();
        RuleFor(sale => sale.OpensAt).Instant();
        RuleFor(sale => sale.ClosesAt)
            .Instant()
            .Must((sale, closesAt) => sale.OpensAt is null || closesAt > sale.OpensAt).WithMessage("must be after opensAt.");
        RuleFor(sale => sale.Farewell).Farewell();
    }
}

/// <summary>What an edit may say.</summary>
public sealed class EditFlashSaleRules : AbstractValidator<EditFlashSale>
{
    /// <summary>The rules.</summary>
    public EditFlashSaleRules(TimeProvider clock)
    {
        RuleFor(edit => edit.ClosesAt).Must(closesAt => closesAt > clock.GetUtcNow()).WithMessage("must be in the future.").When(edit => edit.ClosesAt is not null);
        RuleFor(edit => edit.Farewell).Farewell().When(edit => edit.Farewell is not null);
    }
}

static class FarewellRule
{
    /// <summary>Words that a group robot can carry, so that nothing fails at the closing hour.</summary>
    public static IRuleBuilderOptions<T, string?> Farewell<T>(this IRuleBuilder<T, string?> field) => field
        .Text(TextLimit.RobotBytes)
        .Must(text => TextLimit.Fits(text!, TextLimit.RobotBytes)).WithMessage($"must be at most {TextLimit.RobotBytes} bytes of UTF-8.");
}
