using Community.Care.Feedback;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// What follows when a member complains. A complaint can come more than once, in the first minutes while it is open,
/// because the request that stored it may have ended too early; an implementation derives what it does from the id.
/// </summary>
public interface IComplaintListener
{
    Task HandleAsync(FeedbackItem complaint);
}
