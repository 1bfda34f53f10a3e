using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// What follows from a click of a member on a link of their own. The module of the orders implements it.
/// </summary>
public interface IClickFollowUp
{
    /// <summary>
    /// Called when a click is stored, also for a repeat. An order can arrive before the click that led to it.
    /// </summary>
    Task<IReadOnlyList<DurableAction>> FollowAsync(string memberId, DateTimeOffset clickAt);
}
