using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Feedback;

/// <summary>Answers feedback and closes it.</summary>
public sealed class FeedbackReplyEndpoints(
    FeedbackService service,
    IValidator<AnswerFeedbackRequest> answerValidator,
    IValidator<CloseFeedbackRequest> closeValidator)
{
    /// <summary>
    /// The feedback with the answer, which goes to the member; the same answer again changes nothing. 400 for a text
    /// that does not fit into a message, 409 when the feedback is closed or has 20 answers.
    /// </summary>
    [Function("AnswerFeedback")]
    [Request<AnswerFeedbackRequest>, Response<FeedbackView>, Versioned, Problem(409)]
    public async Task<IResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/feedback/{feedbackId}/answer")]
        HttpRequest request,
        string feedbackId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, answerValidator);
        return problem ?? await service.AnswerAsync(request, feedbackId, body!);
    }

    /// <summary>
    /// The closed feedback; the group is told the outcome. The same outcome again changes nothing. 400 for an outcome
    /// that does not fit into a message, 409 when the feedback was closed with another one.
    /// </summary>
    [Function("CloseFeedback")]
    [Request<CloseFeedbackRequest>, Response<FeedbackView>, Versioned, Problem(409)]
    public async Task<IResult> Close(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/feedback/{feedbackId}/close")]
        HttpRequest request,
        string feedbackId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, closeValidator);
        return problem ?? await service.CloseAsync(request, feedbackId, body!);
    }
}
