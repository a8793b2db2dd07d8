"""For the first migration of an app: all of its tables in one step, where Django would think anew after each line."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger


class NewTables(Operation):
    """The operations that makemigrations wrote, done at once: a new database is ready in seconds instead of a minute.

    Fields, indexes and constraints that are added to a table come with it when it is made from the state after all.
    """

    reversible = False

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        # Without models on hand each line changes a description alone; they are rendered once, when asked for.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            if isinstance(operation, CreateModel | AddTrigger):
                operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"All tables ({len(self.operations)} operations)"
