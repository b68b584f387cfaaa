using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Calls the post-scan hooks, off the exchange's path. They hold the body and the generation until they return.</summary>
internal sealed class PostScanStep(ScanLanes lanes, PluginInvoker invoker)
{
    public void Start(ScanWork work, InspectionRequest request, Generation generation, Decision decision)
    {
        foreach (var hook in generation.PostScanHooks)
        {
            if (!generation.TryAddReference())
            {
                return;
            }

            work.AddUser();
            _ = RunAsync(new Job(invoker, hook, work, request, decision), work, generation);
        }
    }

    private async Task RunAsync(Job job, ScanWork work, Generation generation)
    {
        try
        {
            var outcome = await lanes.RunAsync(job, CancellationToken.None);
            if (outcome.Status == LaneStatus.Expired)
            {
                // The hook may still look at the body: its share is never given back.
                return;
            }

            work.EndUse();
        }
        catch (OperationCanceledException)
        {
            // The lanes are stopped; the call was never made.
            work.EndUse();
        }
        finally
        {
            generation.Release();
        }
    }

    private sealed class Job(PluginInvoker invoker, PluginPart<IPostScanHook> hook, ScanWork work, InspectionRequest request, Decision decision) : LaneJob
    {
        protected override void Run(ScanLane lane)
        {
            var body = work.Document!.Body;
            var call = new PluginCall(hook.Plugin, "post_scan") { Lane = lane, BodyBytes = body.Length, FaultKey = decision.Session.SessionId };
            invoker.PostScan(call, hook.Part, new PostScanContext
            {
                Request = request.Request,
                Result = decision.Scan,
                Body = body.Span,
                Provider = request.Provider,
                Model = decision.Model,
                Session = decision.Session,
            });
        }
    }
}
