namespace FunctionsApp.Trade.Buyers;

/// <summary>
/// What follows when the purchases of a member change. Care implements it, because Trade comes before Care. A repeat
/// changes nothing; a call that is lost is made up for within a day.
/// </summary>
public interface IPurchaseFollowUp
{
    Task FollowAsync(string memberId);
}
