using Community.Groups.Staff;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Groups.Staff;

/// <summary>The people who own groups.</summary>
public sealed class StaffEndpoints(
    StaffStore staff,
    Creation creation,
    IValidator<CreateStaffRequest> createValidator,
    IValidator<EditStaffRequest> editValidator,
    TimeProvider clock)
{
    /// <summary>
    /// 201 with the staff member; 200 for a repeat; 409 when the id belongs to another staff member.
    /// </summary>
    [Function("CreateStaff")]
    [Request<CreateStaffRequest>, Creation<StaffView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff")] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<CreateStaffRequest, StaffMember, StaffView>
        {
            Operation = "CreateStaff",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = async wanted => CreationResult.From(await staff.CreateAsync(
                wanted.Body.ToStaffMember(wanted.Id, clock.GetUtcNow()), wanted.Fingerprint)),
            ViewAsync = created => Task.FromResult(StaffView.From(created)),
            Location = created => $"/api/staff/{created.Id}",
        });

    /// <summary>Staff members by pages, in order of id.</summary>
    [Function("ListStaff")]
    [Page<StaffView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/staff")] HttpRequest request) =>
        Paging.AnswerAsync(
            request, async (size, continuation) => (await staff.PageAsync(size, continuation)).Map(StaffView.From));

    /// <summary>One staff member; 404 when there is none.</summary>
    [Function("GetStaff")]
    [Response<StaffView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/staff/{staffId}")] HttpRequest request,
        string staffId) =>
        await staff.FindAsync(staffId) is { Value: var found }
            ? EntityTag.Json(request, found, StaffView.From(found))
            : NotFound(staffId);

    /// <summary>The staff member after the edit; 404 when there is none.</summary>
    [Function("EditStaff")]
    [Request<EditStaffRequest>, Response<StaffView>, Versioned]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/staff/{staffId}")] HttpRequest request,
        string staffId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected =>
            await staff.EditAsync(staffId, body!.Apply, expected) is { } after
                ? EntityTag.Json(request, after, StaffView.From(after))
                : NotFound(staffId));
    }

    static IResult NotFound(string staffId) => Problems.NotFound($"There is no staff member {staffId}.");
}
