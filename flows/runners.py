"""Where batches are transformed: threads or processes of this machine, or a Dask cluster."""

from typing import Any

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from flows.settings import Settings


def make_runner(settings: Settings) -> TaskRunner[Any]:
    """The task runner that the settings name. Raises UsageError where it is not installed."""
    if settings.runner == "processes":
        return ProcessPoolTaskRunner(max_workers=settings.workers)
    if settings.runner == "dask":
        from prefect_dask import DaskTaskRunner  # of the extra jianbao[dask]

        where: dict[str, Any] = {"cluster_kwargs": {"n_workers": settings.workers, "threads_per_worker": 1}}
        if settings.cluster:
            where = {"address": settings.cluster}
        runner: TaskRunner[Any] = DaskTaskRunner(**where)
        return runner
    return ThreadPoolTaskRunner(max_workers=settings.workers)
