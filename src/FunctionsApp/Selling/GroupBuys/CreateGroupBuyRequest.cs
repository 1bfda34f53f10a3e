using Community.Platform;
using Community.Selling.GroupBuys;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>What is sold; <c>url</c> leads to it in the shop.</summary>
public sealed record GroupBuyProductRequest(string? Name, string? Url = null, string? Sku = null);

/// <summary>
/// The body of <c>POST /api/group-buys</c>. <c>size</c> counts the members of a team; <c>currency</c> is CNY when
/// absent. <c>shop</c> is the shop of the orders, any shop when absent. <c>owner</c> is the id of the staff member who
/// refunds orders while the group has no owner.
/// </summary>
public sealed record CreateGroupBuyRequest(
    string? Id,
    string? GroupId,
    GroupBuyProductRequest? Product,
    int? Size,
    long? PriceMinor,
    DateTimeOffset? ClosesAt,
    string? Currency = null,
    string? Shop = null,
    string? Owner = null)
{
    const string DefaultCurrency = "CNY";

    public GroupBuy ToGroupBuy(string id, string owner, DateTimeOffset now) => new(
        id,
        GroupId!,
        new GroupBuyProduct(Product!.Name!, WebUrl.Normalize(Product.Url), Product.Sku),
        Size!.Value,
        PriceMinor!.Value,
        Currency ?? DefaultCurrency,
        Shop,
        ClosesAt!.Value,
        owner,
        now);
}

public sealed class CreateGroupBuyValidator : AbstractValidator<CreateGroupBuyRequest>
{
    public CreateGroupBuyValidator(AllowedLinkHosts hosts)
    {
        RuleFor(groupBuy => groupBuy.Id).ChosenId();
        RuleFor(groupBuy => groupBuy.GroupId).NeededId();
        RuleFor(groupBuy => groupBuy.Product)
            .NotNull().WithMessage("is missing.")
            .ChildRules(product =>
            {
                product.RuleFor(body => body!.Name).ProductName();
                product.RuleFor(body => body!.Url).LinkTarget(hosts).When(body => body!.Url is not null);
                product.RuleFor(body => body!.Sku).Line(64).When(body => body!.Sku is not null);
            });
        RuleFor(groupBuy => groupBuy.Size)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(GroupBuy.MinSize, GroupBuy.MaxSize)
            .WithMessage($"must be {GroupBuy.MinSize} to {GroupBuy.MaxSize}.");
        RuleFor(groupBuy => groupBuy.PriceMinor).NotNull().WithMessage("is missing.").AmountMinor();
        RuleFor(groupBuy => groupBuy.ClosesAt).Instant();
        RuleFor(groupBuy => groupBuy.Currency).Currency().When(groupBuy => groupBuy.Currency is not null);
        RuleFor(groupBuy => groupBuy.Shop).Line(40).When(groupBuy => groupBuy.Shop is not null);
        RuleFor(groupBuy => groupBuy.Owner).NeededId().When(groupBuy => groupBuy.Owner is not null);
    }
}
