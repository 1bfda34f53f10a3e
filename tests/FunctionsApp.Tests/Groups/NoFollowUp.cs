using FunctionsApp.Groups;

namespace FunctionsApp.Tests.Groups;

/// <summary>For tests of the store alone.</summary>
sealed class NoFollowUp : IGroupFollowUp
{
    public static readonly NoFollowUp Instance = new();

    public Task FollowAsync(string groupId) => Task.CompletedTask;
}
