namespace FunctionsApp.Groups;

/// <summary>
/// What follows when a group opens or gets other tags or another owner. Pushes implements it, because Groups comes
/// before Pushes. A repeat changes nothing; a call that is lost is made up for within a day.
/// </summary>
public interface IGroupFollowUp
{
    Task FollowAsync(string groupId);
}
