using System.Linq.Expressions;
using Community.Care.Suitability;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Suitability;

/// <summary>The body of <c>POST /api/suitability</c>. Every answer is required.</summary>
public sealed record AssessSuitabilityRequest(string? Id, string? Brand, SuitabilityAnswersRequest? Answers);

/// <summary>The answers about the three sides.</summary>
public sealed record SuitabilityAnswersRequest(
    SuitabilityProductRequest? Product, SuitabilityDealRequest? Deal, SuitabilityAfterSaleRequest? AfterSale)
{
    public SuitabilityAnswers ToAnswers() => new(
        new ProductAnswers(
            Product!.Discussable!.Value, Product.NeedsExplaining!.Value, Product.OtherNeeds!.Value),
        new DealAnswers(Deal!.Reputation!.Value, Deal.TrustCanGrow!.Value),
        new AfterSaleAnswers(AfterSale!.MustTeach!.Value, AfterSale.Services!.Value));
}

/// <summary>Before the sale: is there something to discuss, must it be explained, does it meet other needs?</summary>
public sealed record SuitabilityProductRequest(bool? Discussable, bool? NeedsExplaining, bool? OtherNeeds);

/// <summary>At the sale: the reputation from 1 to 5, and whether a group can build trust.</summary>
public sealed record SuitabilityDealRequest(int? Reputation, bool? TrustCanGrow);

/// <summary>After the sale: must users be taught, and do further services follow?</summary>
public sealed record SuitabilityAfterSaleRequest(bool? MustTeach, bool? Services);

public sealed class AssessSuitabilityValidator : AbstractValidator<AssessSuitabilityRequest>
{
    const int MaxBrand = 60;

    public AssessSuitabilityValidator()
    {
        RuleFor(request => request.Id).ChosenId();
        RuleFor(request => request.Brand).Line(MaxBrand);
        this.Required(request => request.Answers, new SuitabilityAnswersValidator());
    }
}

sealed class SuitabilityAnswersValidator : AbstractValidator<SuitabilityAnswersRequest>
{
    public SuitabilityAnswersValidator()
    {
        this.Required(answers => answers.Product, new SuitabilityProductValidator());
        this.Required(answers => answers.Deal, new SuitabilityDealValidator());
        this.Required(answers => answers.AfterSale, new SuitabilityAfterSaleValidator());
    }
}

sealed class SuitabilityProductValidator : AbstractValidator<SuitabilityProductRequest>
{
    public SuitabilityProductValidator()
    {
        RuleFor(product => product.Discussable).NotNull().WithMessage(AnswerRules.Missing);
        RuleFor(product => product.NeedsExplaining).NotNull().WithMessage(AnswerRules.Missing);
        RuleFor(product => product.OtherNeeds).NotNull().WithMessage(AnswerRules.Missing);
    }
}

sealed class SuitabilityDealValidator : AbstractValidator<SuitabilityDealRequest>
{
    public SuitabilityDealValidator()
    {
        RuleFor(deal => deal.Reputation)
            .NotNull().WithMessage(AnswerRules.Missing)
            .InclusiveBetween(DealAnswers.MinReputation, DealAnswers.MaxReputation)
            .WithMessage($"must be {DealAnswers.MinReputation} to {DealAnswers.MaxReputation}.");
        RuleFor(deal => deal.TrustCanGrow).NotNull().WithMessage(AnswerRules.Missing);
    }
}

sealed class SuitabilityAfterSaleValidator : AbstractValidator<SuitabilityAfterSaleRequest>
{
    public SuitabilityAfterSaleValidator()
    {
        RuleFor(afterSale => afterSale.MustTeach).NotNull().WithMessage(AnswerRules.Missing);
        RuleFor(afterSale => afterSale.Services).NotNull().WithMessage(AnswerRules.Missing);
    }
}

static class AnswerRules
{
    public const string Missing = "is missing.";

    /// <summary>A part of the body that must be there, with what it holds.</summary>
    public static void Required<T, TPart>(
        this AbstractValidator<T> validator, Expression<Func<T, TPart?>> part, IValidator<TPart> inner)
        where TPart : class =>
        validator.RuleFor(part).NotNull().WithMessage(Missing).SetValidator(inner!);
}
